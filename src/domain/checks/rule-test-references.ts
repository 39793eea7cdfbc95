/** Checks that what a rule test names exists. */
import type { Check } from './check';
import { referenceProblems } from './reference';

/** The account's plan, the metrics of its usage, and the offers and rules of the expected outcome. */
export const ruleTestReferences: Check = (subject, context) => {
  if (subject.kind !== 'test') return [];
  const { account, usage, expect } = subject.document;
  const plan = typeof account.plan === 'string' ? account.plan : undefined;
  const rules = { notices: expect.notices ?? [], tasks: expect.tasks ?? [] };
  return [
    ...referenceProblems('plan', plan, '/account/plan', context),
    ...Object.keys(usage).flatMap((key) => referenceProblems('metric', key, `/usage/${key}`, context)),
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
