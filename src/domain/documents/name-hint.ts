/** Words the hint for a name that is not among those that exist. */
import { didYouMean } from '../rules/near-names';

const SHOWN = 12;
const LONGEST_NAME = 120;

/** Near names as a question, or else the choice itself, cut off when it is long. */
export function didYouMeanOneOf(name: string, candidates: Iterable<string>): string {
  const choice = [...candidates];
  const near = name.length > LONGEST_NAME ? null : didYouMean(name, choice);
  if (near !== null) return near;
  const shown = choice.slice(0, SHOWN).map((candidate) => `\`${candidate}\``);
  return choice.length === 0
    ? 'There are none to choose from.'
    : `Use one of ${shown.join(', ')}${choice.length > shown.length ? ', …' : ''}.`;
}
