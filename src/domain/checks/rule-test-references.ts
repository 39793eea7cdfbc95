/** Checks that what a rule test names exists. */
import type { Check } from './check';
import { referenceProblems } from './reference';

/** The account's plan, the metrics of its usage, the offers and notices of its past, and the offers and rules of the expected outcome. */
export const ruleTestReferences: Check = (subject, context) => {
  if (subject.kind !== 'test') return [];
  const { account, usage, expect, history } = subject.document;
  const plan = typeof account.plan === 'string' ? account.plan : undefined;
  const rules = { notices: expect.notices ?? [], tasks: expect.tasks ?? [] };
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
  ];
};
