/** Builds small releases for decision tests: two plans, three metrics, and whatever a test adds or replaces. */
import type { z } from 'zod';
import { compileDocuments, type CompilerTools } from '../../src/application/decide/compile-release';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import { documentSetOf } from '../../src/domain/documents/build-document-set';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { DOCUMENT_SCHEMAS } from '../../src/domain/documents/document-schemas';
import type { DocumentKind } from '../../src/domain/documents/document-kind';
import type { KeyedDocument } from '../../src/domain/documents/keyed-document';
import type { RuleEvent } from '../../src/domain/documents/kinds/rule-document';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import { STANDARD_FACTS } from './decisions-facts';
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';

/** Documents by kind as they are written, before defaults are filled in. */
export type Draft = { readonly [K in DocumentKind]?: readonly z.input<(typeof DOCUMENT_SCHEMAS)[K]>[] };

/** Evaluator and templates that tests compile with. */
export const TOOLS: CompilerTools = { evaluator: plainEvaluator, templates: liquidTemplateLanguage };

const usd = (month: number, year: number) => [
  { currency: 'USD', interval: 'MONTH' as const, minorUnits: month },
  { currency: 'USD', interval: 'YEAR' as const, minorUnits: year },
];

const STANDARD: Draft = {
  fact: STANDARD_FACTS,
  metric: [
    {
      key: 'seats',
      name: 'Seats',
      unit: 'seats',
      aggregation: 'latest',
      period: 'none',
      sustainedRatio: 0.8,
    },
    { key: 'messages', name: 'Messages', unit: 'messages', aggregation: 'sum', period: 'calendar-month' },
    {
      key: 'manual-exports',
      name: 'Exports',
      unit: 'manual exports',
      aggregation: 'sum',
      period: 'rolling-30d',
    },
  ],
  plan: [
    {
      key: 'starter',
      name: 'Starter',
      family: 'core',
      tier: 1,
      features: ['reports'],
      prices: usd(14_900, 149_000),
      limits: { seats: 10, messages: 5000 },
      overage: { messages: { USD: 20 } },
      thresholds: { seats: [{ ratio: 0.8 }, { ratio: 0.9 }, { ratio: 1 }] },
    },
    {
      key: 'growth',
      name: 'Growth',
      family: 'core',
      tier: 2,
      features: ['reports', 'sso'],
      prices: usd(49_900, 499_000),
      limits: { seats: 50, messages: 25_000 },
      overage: { messages: { USD: 10 } },
    },
  ],
  topic: [
    {
      key: 'bundles',
      title: 'Bundles',
      approvedBy: 'Ops',
      approvedAt: '2026-01-01T00:00:00Z',
      body: '# Bundles\n\nWhat we sell.\n\n## growth-plan\n\nGrowth is for teams.\n\n## other\n\nElse.\n',
    },
  ],
  offer: [offer('growth-plan')],
  rule: [
    rule('seat-limit', when('usage.seats.ratio', 'greaterThanInclusive', 0.9), recommend('growth-plan')),
    rule('upsell', when('account.status', 'equal', 'PAYING'), {
      type: 'assign-motion',
      params: { motion: 'UPSELL' },
    }),
  ],
  policy: [policy()],
};

/** The input of one kind of document. */
export type Input<K extends DocumentKind> = z.input<(typeof DOCUMENT_SCHEMAS)[K]>;

/** An upgrade to Growth on the signal of a seat limit, unless a member says otherwise. */
export function offer(key: string, members: Partial<Input<'offer'>> = {}): Input<'offer'> {
  return {
    key,
    name: key,
    kind: 'PLAN_UPGRADE',
    motion: 'UPSELL',
    plan: 'growth',
    topic: 'bundles',
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: null,
    placements: ['billing-page'],
    treatments: [treatment('specific', 1)],
    ...members,
  };
}

/** A treatment whose title names the seats. */
export function treatment(key: string, weight: number): Input<'offer'>['treatments'][number] {
  return {
    key,
    weight,
    title: 'You use {{usage.seats.used}} of {{usage.seats.limit}} seats',
    body: '{{plan.name}} costs {{price.difference | money}} more.',
    acceptLabel: 'See it',
    declineLabel: 'Not now',
  };
}

/** A policy without a control cohort. */
export function policy(members: Partial<Input<'policy'>> = {}): Input<'policy'> {
  return {
    key: 'default',
    caps: [],
    cooldownDays: 30,
    ignoredImpressionsBeforeDismissal: 3,
    controlPercent: 0,
    responseWindowDays: 14,
    recommendationTtlMinutes: 1440,
    requireApproval: false,
    ownerCapacityPerMonth: 30,
    explicitAskLifts: ['TENURE_TOO_SHORT', 'OTHER_MOTION', 'HOLDOUT'],
    explicitAskHandsOff: ['HEALTH_RED', 'SEGMENT_HUMAN_ONLY'],
    staleAfterDays: { health: 30, usage: 7 },
    closeMode: { enterprise: 'HANDOFF', '*': 'SELF_SERVE' },
    ranking: { priority: 1, urgency: 10, readiness: 0.1, signals: { USAGE_LIMIT: 5, EXPLICIT_ASK: 50 } },
    disclosure: { surfaces: ['SUPPORT_CHAT'], text: 'You are talking to an AI.' },
    ...members,
  };
}

/** A rule document of priority 1. */
export function rule(
  key: string,
  conditions: Input<'rule'>['conditions'],
  event: Input<'rule'>['event'],
  members: Partial<Input<'rule'>> = {},
): Input<'rule'> {
  return { key, conditions, event, ...members };
}

/** A group of one comparison. */
export function when(fact: string, operator: string, value: unknown): Input<'rule'>['conditions'] {
  return { all: [{ fact, operator, value: value as string }] };
}

/** Conditions that hold for every account. */
export const ALWAYS = when('now', 'isMissing', false);

/** A recommend-offer event on the seats' limit, unless a member says otherwise. */
export function recommend(
  offerKey: string,
  members: Partial<Extract<RuleEvent, { type: 'recommend-offer' }>['params']> = {},
): Input<'rule'>['event'] {
  return {
    type: 'recommend-offer',
    params: { offer: offerKey, signal: 'USAGE_LIMIT', metric: 'seats', ...members },
  };
}

/** The documents of a test: those of the draft replace the standard ones of the same kind and key. */
export function documentsOf(draft: Draft, bare: readonly DocumentKind[] = []): DocumentSet {
  const kinds = Object.keys(DOCUMENT_SCHEMAS) as DocumentKind[];
  const keyed = kinds.flatMap((kind) => {
    const documents = [...(bare.includes(kind) ? [] : (STANDARD[kind] ?? [])), ...(draft[kind] ?? [])];
    return documents.map((input) => {
      const document = DOCUMENT_SCHEMAS[kind].parse(input);
      return { kind, key: document.key, document } as KeyedDocument;
    });
  });
  return documentSetOf(keyed);
}

/** A compiled release, number 7. `bare` names kinds of which the standard documents are left out. */
export function aRelease(draft: Draft = {}, bare: readonly DocumentKind[] = []): CompiledRelease {
  const documents = documentsOf(draft, bare);
  return compileDocuments({ number: 7, hash: 'hash', documents, quarantined: [] }, TOOLS);
}
