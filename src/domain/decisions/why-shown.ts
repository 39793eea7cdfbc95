/** Says why an offer is shown, in a sentence that is safe to show and true of this account. */
import { rememberedNumbers } from '../collections/remembered-numbers';
import type { Signal } from '../documents/kinds/vocabulary';
import type { CompiledRelease } from './compiled-release';
import type { Trigger } from './decision';
import { fill, type TextSource } from './placeholders';

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const counted = rememberedNumbers((count) => COUNT.format(count));

/** The rule's own sentence; the signal's default where there is none or one of its names has no value. */
export function whyShown(
  release: CompiledRelease,
  ruleKey: string,
  source: TextSource,
  fallback: WhyDefault,
): string {
  const template = release.texts.whyShown.get(ruleKey);
  const filled = template === undefined ? undefined : fill(template, source);
  return filled !== undefined && 'text' in filled ? filled.text : defaultWhy(fallback);
}

/** What the default sentence is made of. `feature` is a key of the catalogue. */
export interface WhyDefault {
  readonly signal: Signal;
  readonly trigger: Trigger | null;
  readonly feature: string | undefined;
}

function defaultWhy({ signal, trigger, feature }: WhyDefault): string {
  switch (signal) {
    case 'USAGE_LIMIT':
      return trigger === null ? 'Your usage is near a limit of your plan.' : usageSentence(trigger);
    case 'USAGE_DROP':
      return trigger === null ? 'Your usage is well below your plan.' : usageSentence(trigger);
    case 'GATED_FEATURE':
      return `You reached for ${feature ?? 'a feature'}, which your plan does not include.`;
    case 'EXPLICIT_ASK':
      return 'You asked about upgrading.';
    case 'MILESTONE':
      return trigger === null ? 'You have reached a milestone.' : `You have reached ${amount(trigger)}.`;
    case 'MANUAL_WORKFLOW':
      return trigger === null
        ? 'You repeat a task that can be automated.'
        : `You have run ${amount(trigger)}.`;
  }
}

function usageSentence({ used, limit, unit }: Trigger): string {
  if (limit === null) return `You use ${counted(used)} ${unit}.`;
  return `You use ${counted(used)} of ${counted(limit)} ${unit}.`;
}

function amount({ used, unit }: Trigger): string {
  return `${counted(used)} ${unit}`;
}
