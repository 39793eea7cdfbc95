/** Starts a simulation: pins what decides on both sides and leaves the work to whichever replica has room. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { monthOf } from '../../domain/responses/calendar-period';
import type { PolicyDocument } from '../../domain/documents/kinds/policy-document';
import type { PromptTerms } from '../../domain/simulations/prompts-per-day';
import type { DraftReleases } from '../govern/draft-releases';
import { callHash } from '../call-hash';
import { inSlices, type Turns } from '../in-slices';
import type { AccountDirectory, Clock, Hasher, IdSource, ReleaseProvider } from '../ports';
import { badKey } from '../respond/input-checks';
import { conflict, invalid } from '../respond/refusals';
import type { HandoffCounts } from '../respond/response-ports';
import type { IdempotencyConflict, InvalidInput } from '../respond/response-results';
import { pinSteps } from './pinned-draft';
import type { SimulationInput, SimulationOrder, SimulationStore, StoredCall } from './simulate-ports';
import { viewOf, type SimulationView } from './simulation-view';

/** What is asked for; null stands for the default. */
export interface StartSimulationInput {
  /** Key of an audience of the release in force; default: every account. */
  readonly audience: string | null;
  /** How many changed accounts to name, 0 to 100; default 20. */
  readonly sample: number | null;
  /** The clock of both sides; default: now. */
  readonly at: string | null;
  readonly idempotencyKey: string;
}

/** The simulation, the same one for the same call; or why there is none. */
export type StartSimulationResult =
  { readonly kind: 'Started'; readonly simulation: SimulationView } | InvalidInput | IdempotencyConflict;

/** What starting needs of the world. */
export interface StartSimulationPorts {
  readonly store: Pick<SimulationStore, 'earlier' | 'begin' | 'find'>;
  readonly drafts: DraftReleases;
  readonly releases: ReleaseProvider;
  readonly accounts: Pick<AccountDirectory, 'count'>;
  readonly handoffs: Pick<HandoffCounts, 'ofMonth'>;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly hasher: Hasher;
  readonly turns: Turns;
  /** Tells the runner of this replica that there is work. */
  readonly wake: () => void;
}

const DEFAULT_SAMPLE = 20;
const LARGEST_SAMPLE = 100;
const MS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

type Call = Parameters<SimulationStore['earlier']>[0];

/** A call that came before is answered before anything is pinned. */
export class StartSimulation {
  constructor(private readonly ports: StartSimulationPorts) {}

  /** Keys of two callers never meet. */
  async execute(input: StartSimulationInput, callerId: string): Promise<StartSimulationResult> {
    const bad = badKey(input.idempotencyKey);
    if (bad !== null) return bad;
    const { idempotencyKey, ...body } = input;
    const call = { callerId, idempotencyKey, bodyHash: callHash(this.ports.hasher, 'startSimulation', body) };
    const earlier = await this.ports.store.earlier(call);
    if (earlier !== null) return this.answer(earlier);
    const inForce = this.ports.releases.current();
    return this.refused(input, inForce) ?? this.answer(await this.begin(input, call, inForce));
  }

  private refused(
    { audience, sample, at }: StartSimulationInput,
    inForce: CompiledRelease,
  ): InvalidInput | null {
    if (audience !== null && !inForce.documents.audience.has(audience))
      return invalid(
        '/audience',
        'The release in force has no audience of this key; `audiences` lists them.',
      );
    if (sample !== null && !(Number.isInteger(sample) && sample >= 0 && sample <= LARGEST_SAMPLE))
      return invalid('/sample', `A sample names 0 to ${LARGEST_SAMPLE} accounts.`);
    if (at !== null && !MS.test(at))
      return invalid('/at', 'The clock is an RFC 3339 time, for instance 2026-06-01T00:00:00Z.');
    return null;
  }

  private async begin(
    input: StartSimulationInput,
    call: Call,
    inForce: CompiledRelease,
  ): Promise<StoredCall> {
    const { store, clock, ids, drafts, turns, accounts } = this.ports;
    const compiled = await drafts.draft();
    const draft = await inSlices(pinSteps(compiled, inForce.documents), turns);
    const startedAt = new Date(clock.now()).toISOString();
    const order: SimulationOrder = {
      audience: input.audience,
      sample: input.sample ?? DEFAULT_SAMPLE,
      at: input.at ?? startedAt,
    };
    const stored = await store.begin({
      ...call,
      id: ids.next(),
      order,
      startedAt,
      release: inForce.number,
      total: await accounts.count(),
      terms: termsOf(inForce.policy, compiled.policy),
      input: { draft, handoffs: await this.handoffsAt(order.at) },
    });
    this.ports.wake();
    return stored;
  }

  private async handoffsAt(at: string): Promise<SimulationInput['handoffs']> {
    const { byOwner, byOffer } = await this.ports.handoffs.ofMonth(monthOf(Date.parse(at)));
    return { byOwner: [...byOwner], byOffer: [...byOffer] };
  }

  private async answer(stored: StoredCall): Promise<StartSimulationResult> {
    if (stored.kind === 'conflict') return conflict();
    const state = await this.ports.store.find(stored.id);
    if (state === null) throw new Error('A simulation that was stored is not there.');
    return { kind: 'Started', simulation: viewOf(state) };
  }
}

/** The share to warn above is the one that people approved, not the draft's own. */
function termsOf(inForce: PolicyDocument, draft: PolicyDocument) {
  return {
    prompts: { before: promptTerms(inForce), after: promptTerms(draft) },
    warnAbovePercent: inForce.simulationWarnsAbovePercent,
  };
}

function promptTerms({ caps, responseWindowDays }: PolicyDocument): PromptTerms {
  return { caps, responseWindowDays };
}
