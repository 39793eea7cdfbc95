/** Checks that what a rule test names exists. */
import type { Check } from './check';
import { unknownFact } from './known-facts';
import { referenceProblems } from './reference';

/** The account's plan, the metrics of its usage, the offers and notices of its past, and whatever the expected outcome names. */
export const ruleTestReferences: Check = (subject, context) => {
  if (subject.kind !== 'test') return [];
  const { account, usage, expect, history } = subject.document;
  const plan = typeof account.plan === 'string' ? account.plan : undefined;
  const { notices = [], tasks = [], speaking = [], guarding = [] } = expect;
  const rules = { notices, tasks, speaking, guarding };
  return [
    ...referenceProblems('plan', plan, '/account/plan', context),
    ...Object.keys(usage).flatMap((key) => referenceProblems('metric', key, `/usage/${key}`, context)),
    ...history.prompts.flatMap(({ offer }, i) =>
      referenceProblems('offer', offer, `/history/prompts/${i}/offer`, context),
    ),
    ...history.dismissedNotices.flatMap(({ rule }, i) =>
      referenceProblems('rule', rule, `/history/dismissedNotices/${i}/rule`, context),
    ),
    ...(expect.offers ?? []).flatMap((key, i) =>
      referenceProblems('offer', key, `/expect/offers/${i}`, context),
    ),
    ...Object.keys(expect.suppressed ?? {}).flatMap((key) =>
      referenceProblems('offer', key, `/expect/suppressed/${key}`, context),
    ),
    ...Object.entries(rules).flatMap(([member, keys]) =>
      keys.flatMap((key, i) => referenceProblems('rule', key, `/expect/${member}/${i}`, context)),
    ),
    ...Object.keys(expect.audiences ?? {}).flatMap((key) =>
      referenceProblems('audience', key, `/expect/audiences/${key}`, context),
    ),
    ...Object.keys(expect.facts ?? {}).flatMap((name) =>
      context.facts.has(name) ? [] : [unknownFact(name, `/expect/facts/${name}`, context)],
    ),
  ];
};
