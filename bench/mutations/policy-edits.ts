/** Corrupts the policy: caps, silences, shares, rankings, and what an ask lifts. */
import { SIGNALS } from '../../src/domain/documents/kinds/vocabulary';
import {
  isObject,
  itemsOf,
  neighbours,
  textOf,
  valueAt,
  type Edit,
  type Json,
  type JsonObject,
  type Path,
} from './edit';
import { movedNumbers } from './literal-edits';
import type { Surroundings } from './surroundings';

/** Words of the policy that could have been others. */
const CHOICES: readonly (readonly string[])[] = [
  ['user', 'account', 'offer'],
  ['month', 'quarter', 'year'],
  ['SELF_SERVE', 'HANDOFF'],
];

/**
 * Every number, flag, word and list of the policy; lists lose one item at a time. Left out is what nothing refers to: what an
 * ask lifts of caps that are not set, and the weight of a signal that speaks for dormant offers only.
 */
export function policyEdits(policy: JsonObject, around: Surroundings): readonly Edit[] {
  const idle = [...idleCaps(policy), ...idleSignals(around)];
  return Object.entries(policy)
    .filter(([name]) => name !== 'key' && name !== 'description')
    .flatMap(([name, value]) => settingEdits(value, [name]))
    .filter(
      ({ path }) => !idle.includes(String(path.at(-1))) && !idle.includes(textOf(valueAt(policy, path))),
    );
}

function idleCaps({ caps }: JsonObject): readonly string[] {
  const scopes = itemsOf(caps).map((cap) => (isObject(cap) ? cap.scope : null));
  return ['user', 'account', 'offer']
    .filter((scope) => !scopes.includes(scope))
    .map((scope) => `CAP_${scope.toUpperCase()}`);
}

function idleSignals({ documents, dormantOffers }: Surroundings): readonly string[] {
  const live = [...documents.rule.values()].flatMap(({ event }) =>
    event.type === 'recommend-offer' && !dormantOffers.has(event.params.offer) ? [event.params.signal] : [],
  );
  return SIGNALS.filter((signal) => !live.includes(signal));
}

function settingEdits(value: Json, path: Path): readonly Edit[] {
  if (isObject(value)) {
    const own =
      path.at(-1) === 'disclosure' ? Object.entries(value).filter(([name]) => name !== 'text') : null;
    return (own ?? Object.entries(value)).flatMap(([name, inner]) => settingEdits(inner, [...path, name]));
  }
  const items = itemsOf(value);
  if (items.length > 0)
    return items.flatMap((item, index) => [
      { kind: 'policy setting', path: [...path, index], after: undefined },
      ...(isObject(item) ? settingEdits(item, [...path, index]) : []),
    ]);
  return otherSettings(value).map((after) => ({ kind: 'policy setting', path, after }));
}

function otherSettings(value: Json): readonly Json[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return movedNumbers(value, Number.isInteger(value) ? 1 : 0.1);
  return typeof value === 'string' ? CHOICES.flatMap((choice) => neighbours<Json>(choice, value)) : [];
}
