/** Maps the documents of the corpus to ours: `name` is the key, `offer` and `notification` events have other names here. */
import type { DocumentValue } from '../support/read-values';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Spreads keep a member that is called `__proto__` as it is. */
const renamed = (value: Members, names: Readonly<Record<string, string>>): Members =>
  Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      (Object.hasOwn(names, name) && names[name]) || name,
      inner,
    ]),
  );

const recommendation = (params: unknown): unknown =>
  isMembers(params) ? { signal: 'EXPLICIT_ASK', ...renamed(params, { offerId: 'offer' }) } : params;

const notice = (params: unknown): unknown => {
  if (!isMembers(params)) return params;
  const { ctaUrl, ...rest } = params;
  const actions = ctaUrl === undefined ? [] : [{ kind: 'LINK', label: 'Open', url: ctaUrl }];
  return { kind: 'SERVICE', placements: ['header'], actions, ...rest };
};

const eventOf = (event: unknown): unknown => {
  if (!isMembers(event)) return event;
  const { type, ...rest } = event;
  if (type === 'offer') return { ...rest, type: 'recommend-offer', params: recommendation(event.params) };
  return type === 'notification' ? { ...rest, type: 'notify', params: notice(event.params) } : event;
};

const ruleOf = (value: unknown): unknown =>
  isMembers(value)
    ? { ...renamed(value, { name: 'key' }), ...('event' in value ? { event: eventOf(value.event) } : {}) }
    : value;

/** Our keys are lower-case; the few references to `A` and `B` are written so that the cycle is found, not the letter. */
const lowerCased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lowerCased);
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'condition' && typeof inner === 'string' ? inner.toLowerCase() : lowerCased(inner),
    ]),
  );
};

/** The documents of one case: a rule, a rule with its audiences, or an import of many rules. */
export const toOurDocuments = (document: unknown): readonly DocumentValue[] => {
  if (isMembers(document) && Array.isArray(document.rules)) {
    return document.rules.map((rule) => ({ kind: 'rule', value: ruleOf(rule) }));
  }
  if (!isMembers(document) || !isMembers(document.namedConditions)) {
    return [{ kind: 'rule', value: ruleOf(document) }];
  }
  const audiences = Object.entries(document.namedConditions).map(([name, conditions]) => ({
    kind: 'audience' as const,
    value: { key: name.toLowerCase(), name, conditions: lowerCased(conditions) },
  }));
  return [...audiences, { kind: 'rule', value: lowerCased(ruleOf(document.rule)) }];
};
