/** Writes the notices that carry no offer: a limit coming near, or news of the service. */
import type { RuleDocument, RuleOf } from '../documents/kinds/rule-document';
import { notificationState, occasionOf } from '../responses/notification-states';
import type { StageOutcome } from '../rules/rule-evaluator';
import type { Notice, Trigger } from './decision';
import { fill, textSource, triggerValue } from './placeholders';
import { isRuleOf, rulesOf } from './rules-of-stage';
import type { Situation } from './situation';
import { triggerFacts, triggerOf } from './trigger';

const HOUR_MS = 3_600_000;

/** In rule order, of several on one metric the first, unless the user put it away; none while health is red or a rule silences notices, even undecided. */
export function writeNotices(
  situation: Situation,
  guardrails: StageOutcome,
  outcome: StageOutcome,
): readonly Notice[] {
  if (silenced(situation, guardrails)) return [];
  const told = new Set<string>();
  const notices: Notice[] = [];
  for (const rule of rulesOf('notify', outcome.matched)) {
    const { metric } = rule.event.params;
    const notice = metric !== undefined && told.has(metric) ? null : writeNotice(situation, rule);
    if (notice === null) continue;
    if (metric !== undefined) told.add(metric);
    if (!isPutAway(situation, notice)) notices.push(notice);
  }
  return notices;
}

function isPutAway({ past, userId }: Situation, { ruleKey, trigger }: Notice): boolean {
  if (past.history.notifications.length === 0) return false;
  const occasion = occasionOf(trigger?.crossedAt ?? null, past.now);
  const state = notificationState(past.history, { userId, subject: ruleKey, occasion });
  return state !== undefined && state.dismissedAt !== null;
}

function silenced({ release }: Situation, { matched, undecided, failed }: StageOutcome): boolean {
  return (
    matched.some(silencesNotices) ||
    [undecided, failed, release.brokenRules].some((broken) =>
      broken.some(({ rule }) => silencesNotices(rule)),
    )
  );
}

function silencesNotices(rule: RuleDocument): boolean {
  if (!isRuleOf('suppress', rule)) return false;
  return rule.event.params.notices || rule.event.params.code === 'HEALTH_RED';
}

/** Null when one of its names has no value, or its hours have passed. */
function writeNotice({ release, facts }: Situation, rule: RuleOf<'notify'>): Notice | null {
  const { params } = rule.event;
  const texts = release.texts.notices.get(rule.key);
  if (texts === undefined) return null;
  const trigger = triggerOf(facts, triggerFacts(release.documents.metric, params.metric));
  const expiresAt = noticeExpiry(params.expiresInHours, trigger, facts.now);
  if (expiresAt !== null && Date.parse(expiresAt) <= facts.now) return null;
  const source = textSource(facts, { get: (name) => triggerValue(trigger, name) });
  const [title, body] = [fill(texts.title, source), fill(texts.body, source)];
  if ('missing' in title || 'missing' in body) return null;
  const { kind, placements, dismissible, snoozable } = params;
  return {
    ruleKey: rule.key,
    kind,
    placements,
    priority: rule.priority,
    title: title.text,
    body: body.text,
    actions: params.actions.map(({ url, ...action }) => ({ ...action, url: url ?? null })),
    trigger,
    dismissible,
    snoozable,
    expiresAt,
  };
}

/** Hours count from the crossing; without one from the last full hour, so that the moment holds still for a while. */
function noticeExpiry(hours: number | undefined, trigger: Trigger | null, now: number): string | null {
  if (hours === undefined) return null;
  const crossedAt = trigger?.crossedAt ?? null;
  const start = crossedAt === null ? Math.floor(now / HOUR_MS) * HOUR_MS : Date.parse(crossedAt);
  return new Date(start + hours * HOUR_MS).toISOString();
}
