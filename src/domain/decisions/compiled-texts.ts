/** Holds the templates that rules carry beside their conditions. */
import type { Template } from './template-language';

export interface CompiledTexts {
  /** Why an offer is shown, by rule key; absent where the rule has none and the default for its signal serves. */
  readonly whyShown: ReadonlyMap<string, Template>;
  /** Title and body of a notice, by rule key. */
  readonly notices: ReadonlyMap<string, { readonly title: Template; readonly body: Template }>;
  /** Title and summary of a task, by rule key. */
  readonly tasks: ReadonlyMap<string, { readonly title: Template; readonly summary: Template }>;
}
