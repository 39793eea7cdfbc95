/** Says what the rules of the workload lead to. */
import type { RuleEvent } from '../../src/domain/documents/kinds/rule-document';

const OFFERS = [
  'growth-plan',
  'scale-plan',
  'message-pack',
  'audit-log-add-on',
  'automated-exports',
] as const;
/** Of every twenty rules: mostly notices, as in a grown catalogue, and some of every other type but motions. */
const MIX = [
  ...Array<RuleEvent['type']>(11).fill('notify'),
  ...Array<RuleEvent['type']>(3).fill('score'),
  ...Array<RuleEvent['type']>(4).fill('recommend-offer'),
  'suppress',
  'create-task',
] as const;

/** A notice; all rules of one stage. `at` is the rule's position, from 0. */
export function noticeEvent(at: number): RuleEvent {
  return {
    type: 'notify',
    params: {
      kind: 'SERVICE',
      placements: ['billing-page'],
      title: `Notice ${at}`,
      body: 'You use {{usage.seats.used | number}} seats.',
      actions: [],
      dismissible: true,
      snoozable: true,
    },
  };
}

/** Rules of every stage but assign-motion, which decides for whole accounts; `at` is the rule's position, from 0. */
export function mixedEvent(at: number): RuleEvent {
  const offer = OFFERS[Math.floor(at / MIX.length) % OFFERS.length] ?? OFFERS[0];
  switch (MIX[(at * 7) % MIX.length]) {
    case 'score':
      return { type: 'score', params: { points: 1 + (at % 9) } };
    case 'recommend-offer':
      return { type: 'recommend-offer', params: { offer, signal: 'MILESTONE', whyShown: `Reason ${at}.` } };
    case 'suppress':
      return {
        type: 'suppress',
        params: { code: 'SUPPRESSED_BY_RULE', offers: [offer], notices: false, message: `Not now ${at}.` },
      };
    case 'create-task':
      return {
        type: 'create-task',
        params: {
          kind: 'TASK',
          assignee: 'csm',
          title: `Call ${at}`,
          summary: 'They use {{usage.seats.used | number}} seats.',
          topic: 'expansion-playbooks',
        },
      };
    default:
      return noticeEvent(at);
  }
}
