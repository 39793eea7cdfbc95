/** Corrupts what follows from a rule: its parameters, its priority, and whether it is on. */
import { EVENT_TYPES } from '../../src/domain/documents/kinds/rule-document';
import { MOTIONS, SIGNALS, SUPPRESSION_CODES } from '../../src/domain/documents/kinds/vocabulary';
import {
  isObject,
  itemsOf,
  neighbours,
  textOf,
  type Edit,
  type Json,
  type JsonObject,
  type Path,
} from './edit';
import { movedNumbers } from './literal-edits';
import type { Surroundings } from './surroundings';

const PARAMS: Path = ['event', 'params'];
const PRIORITY_STEP = 20;
/** Event types whose order is seen: the others add up, or go by an order of codes. */
const ORDERED: readonly string[] = EVENT_TYPES.filter((type) => type !== 'score' && type !== 'suppress');

/** Every edit of what a rule leads to. */
export function eventEdits(rule: JsonObject, around: Surroundings): readonly Edit[] {
  const event = isObject(rule.event ?? null) ? (rule.event as JsonObject) : {};
  const params = isObject(event.params) ? event.params : {};
  return [
    ...Object.entries(params).flatMap(([name, value]) => paramEdits(name, value, params, around)),
    ...priorityEdits(rule, textOf(event.type)),
    { kind: 'rule switched', path: ['enabled'], after: rule.enabled === false },
  ];
}

function paramEdits(name: string, value: Json, params: JsonObject, around: Surroundings): readonly Edit[] {
  const path = [...PARAMS, name];
  return otherParams(name, value, params, around).map((after) => ({ kind: 'event parameter', path, after }));
}

type Others = (value: Json, params: JsonObject, around: Surroundings) => readonly (Json | undefined)[];

const UPGRADING = MOTIONS.filter((motion) => motion !== 'NONE');

/** What each parameter could have been; undefined takes it away. */
const OTHERS: Readonly<Record<string, Others>> = {
  offer: (value, _, { documents }) => neighbours<Json>([...documents.offer.keys()], value),
  signal: (value) => neighbours<Json>(SIGNALS, value),
  code: (value) => neighbours<Json>(SUPPRESSION_CODES, value),
  motion: (value) => neighbours<Json>(UPGRADING, value),
  motions: (value) => [undefined, neighbours<Json>(MOTIONS, itemsOf(value)[0] ?? null).slice(0, 1)],
  metric: (value, _, { documents }) => [...neighbours<Json>([...documents.metric.keys()], value), undefined],
  points: (value) => (typeof value === 'number' ? [value + 5, value - 5, -value] : []),
  daysToDecision: () => [undefined, { fact: 'account.daysPaid' }],
  // Red health silences notices by its code alone.
  notices: (value, { code }) => (code === 'HEALTH_RED' ? [] : [value !== true]),
};

function otherParams(name: string, ...[value, params, around]: Parameters<Others>): ReturnType<Others> {
  return OTHERS[name]?.(value, params, around) ?? [];
}

function priorityEdits({ priority }: JsonObject, type: string): readonly Edit[] {
  if (typeof priority !== 'number' || !ORDERED.includes(type)) return [];
  const moved = movedNumbers(priority, PRIORITY_STEP).slice(0, 2);
  return moved.map((after) => ({ kind: 'priority moved', path: ['priority'], after }));
}
