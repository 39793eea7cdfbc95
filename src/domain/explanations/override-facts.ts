/** Reads the facts that somebody wants to be otherwise: each must be one that may be named, with a value it could have. */
import type { CompiledRelease } from '../decisions/compiled-release';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { FactDefinition } from '../facts/fact-catalogue';
import { typeCheckOf } from '../facts/fact-type-check';
import type { FactValue } from '../rules/fact-set';
import { factsAskedBy } from './facts-asked-by';

/** Values by fact name; null: the fact is missing. */
export type FactOverrides = ReadonlyMap<string, FactValue | null>;

/** What is asked otherwise than by a fact. */
const OF_THE_QUESTION: ReadonlySet<string> = new Set([
  'context.surface',
  'context.placement',
  'context.intent',
  'context.feature',
]);

const LONGEST_NAME = 120;

/** The overrides, timestamps in UTC, or a sentence for each that can't be used. */
export function readOverrides(
  release: CompiledRelease,
  facts: Readonly<Record<string, unknown>>,
): { readonly overrides: FactOverrides } | { readonly problems: readonly string[] } {
  const overrides = new Map<string, FactValue | null>();
  const problems: string[] = [];
  for (const [name, value] of Object.entries(facts)) {
    const problem = problemOf(release, name, value);
    if (problem === undefined) overrides.set(name, valueOf(release.facts.get(name), value));
    else problems.push(problem);
  }
  return problems.length > 0 ? { problems } : { overrides };
}

function problemOf(release: CompiledRelease, name: string, value: unknown): string | undefined {
  const fact = release.facts.get(name);
  if (fact === undefined) {
    const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
    return `There is no fact \`${shown}\`. ${didYouMeanOneOf(name, release.facts.keys())}`;
  }
  if (fact.source === 'decision') return foundByRules(release, name);
  if (fact.source === 'clock') return `\`${name}\` is the clock: say what it tells with \`at\`.`;
  if (OF_THE_QUESTION.has(name)) return `\`${name}\` is part of the question: say it in \`context\`.`;
  if (value === null) return undefined;
  if (!typeCheckOf(fact)(value)) return `\`${name}\` takes ${typeInWords(fact)}.`;
  return outsideOf(release, fact, value);
}

function foundByRules(release: CompiledRelease, name: string): string {
  const stage = name === 'motion' ? 'assign-motion' : 'score';
  const asked = factsAskedBy(release.ruleSet, stage).slice(0, 8);
  const facts = asked.map((fact) => `\`${fact}\``).join(', ');
  return `\`${name}\` is found by the rules of the stage ${stage}; override a fact that they ask for instead: ${facts}.`;
}

function typeInWords({ type, items, sample }: FactDefinition): string {
  const of = type === 'list' ? ` of type ${items ?? 'string'}` : '';
  return `a value of type ${type}${of}, for instance ${JSON.stringify(sample)}, or null`;
}

function outsideOf(release: CompiledRelease, fact: FactDefinition, value: unknown): string | undefined {
  const { name, minimum, maximum } = fact;
  const allowed =
    fact.allowedKeys === undefined ? fact.allowed : [...release.documents[fact.allowedKeys].keys()];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const strange = values.find((item) => allowed?.some((known) => known === item) === false);
  if (strange !== undefined) {
    const given = typeof strange === 'string' ? strange : JSON.stringify(strange);
    return `\`${name}\` can't be ${JSON.stringify(strange)}. ${didYouMeanOneOf(given, (allowed ?? []).map(String))}`;
  }
  if (typeof value !== 'number') return undefined;
  if (minimum !== undefined && value < minimum) return `\`${name}\` is at least ${minimum}.`;
  return maximum !== undefined && value > maximum ? `\`${name}\` is at most ${maximum}.` : undefined;
}

function valueOf(fact: FactDefinition | undefined, value: unknown): FactValue | null {
  return fact?.type === 'date' && value !== null
    ? new Date(value as string).toISOString()
    : (value as FactValue | null);
}
