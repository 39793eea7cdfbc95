/** Finds the names a writer may have meant, for hints. */
import { distance } from 'fastest-levenshtein';

const MOST_NAMES = 3;

/** Up to three candidates close to `name`, nearest first, equal ones in the candidates' order; case hardly counts. */
export function nearNames(name: string, candidates: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const bound = Math.floor(name.length * 0.4) + 1;
  const near = [...candidates]
    .filter((candidate) => Math.abs(candidate.length - name.length) <= bound)
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ far }) => far <= bound)
    .sort((a, b) => a.far - b.far);
  const exact = near.filter(({ far }) => far === 0);
  return (exact.length > 0 ? exact : near).slice(0, MOST_NAMES).map(({ candidate }) => candidate);
}

/** The near names as a question, or null when nothing is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const names = nearNames(name, candidates).map((near) => `\`${near}\``);
  if (names.length === 0) return null;
  const last = names.pop();
  return names.length === 0 ? `Did you mean ${last}?` : `Did you mean ${names.join(', ')} or ${last}?`;
}
