/** Decides for an account as it is, or as somebody wants to know it, without leaving a trace. */
import type { DecisionContext } from '../../domain/decisions/decision';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { overriddenRelease } from '../../domain/explanations/overridden-release';
import { overriddenSnapshot } from '../../domain/explanations/overridden-snapshot';
import { readOverrides, type FactOverrides } from '../../domain/explanations/override-facts';
import { considerAccount, type Consideration } from '../decide/consider-account';
import type { AccountNotFound } from '../decide/decision-question';
import type { ExplainPorts } from './explain-ports';

/** Who is asked about, and what is to be otherwise. */
export interface WhatIfQuestion {
  readonly accountId: string;
  /** The person who looks; null: the account counts as the user. */
  readonly userId: string | null;
  readonly context: DecisionContext;
  /** Whether the documents as they would be published now decide, and not the release in force. */
  readonly draft: boolean;
  /** Values by fact name; null makes a fact missing. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** RFC 3339; null: now. */
  readonly at: string | null;
}

/** An argument that can't be used, and a sentence that says why. */
export interface ArgumentRefused {
  readonly failure: 'INVALID_ARGUMENT';
  readonly argument: 'accountId' | 'facts' | 'at';
  readonly message: string;
}

/** The decision, and what of it was not the account's own. */
export interface WhatIf {
  readonly consideration: Consideration;
  readonly overrides: FactOverrides;
}

/** Problems told at once; more would not be read. */
const MOST_PROBLEMS = 5;
const UNCOUNTED = { decided: () => undefined };

/** One read of the account. Every offer that stands is made, however many: no bound is put on the list. */
export async function decideWhatIf(
  ports: ExplainPorts,
  question: WhatIfQuestion,
): Promise<WhatIf | AccountNotFound | ArgumentRefused> {
  const now = question.at === null ? ports.clock.now() : Date.parse(question.at);
  if (Number.isNaN(now)) return refused('at', 'is no RFC 3339 timestamp such as 2026-06-01T00:00:00Z.');
  const release = question.draft ? await ports.drafts.draft() : ports.releases.current();
  const read = readOverrides(release, question.facts);
  if ('problems' in read) return refused('facts', inShort(read.problems));
  const consideration = await considerAccount(worldOf(ports, release, read.overrides, now), {
    ...question,
    first: Infinity,
  });
  return 'failure' in consideration ? consideration : { consideration, overrides: read.overrides };
}

function worldOf(ports: ExplainPorts, release: CompiledRelease, overrides: FactOverrides, now: number) {
  return {
    ...ports,
    meter: UNCOUNTED,
    clock: { now: () => now },
    releases: { current: () => overriddenRelease(release, overrides) },
    subjects: {
      subject: async (accountId: string) => {
        const subject = await ports.subjects.subject(accountId);
        if (subject === null) return null;
        return { ...subject, snapshot: overriddenSnapshot(release, subject.snapshot, overrides, now) };
      },
    },
  };
}

function inShort(problems: readonly string[]): string {
  const more = problems.length - MOST_PROBLEMS;
  const rest = more > 0 ? ` And ${more} more.` : '';
  return `can't be overridden so. ${problems.slice(0, MOST_PROBLEMS).join(' ')}${rest}`;
}

function refused(argument: ArgumentRefused['argument'], message: string): ArgumentRefused {
  return { failure: 'INVALID_ARGUMENT', argument, message };
}
