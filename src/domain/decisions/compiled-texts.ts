/** Holds the templates that rules carry beside their conditions. */
import type { Template } from './template-language';

/** Templates of the rules that have any; a rule without one is absent. */
export interface CompiledTexts {
  /** Why an offer is shown, by rule key; absent where the rule has none and the default for its signal serves. */
  readonly whyShown: ReadonlyMap<string, Template>;
  /** Title and body of a notice, by rule key. */
  readonly notices: ReadonlyMap<string, { readonly title: Template; readonly body: Template }>;
  /** Title and summary of a task, by rule key. */
  readonly tasks: ReadonlyMap<string, { readonly title: Template; readonly summary: Template }>;
}
