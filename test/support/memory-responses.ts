/** Keeps histories and answers in memory, one recording at a time, as the stores on databases do. */
import type {
  HandoffPicture,
  Recording,
  RecordingOutcome,
  ResponseEntry,
  ResponseStore,
} from '../../src/application/respond/response-ports';
import { monthOf } from '../../src/domain/responses/calendar-period';
import type { HandoffLoad } from '../../src/domain/responses/handoff-load';
import { EMPTY_HISTORY, type History } from '../../src/domain/responses/history';

/** A store whose histories and entries a test can look at. */
export class MemoryResponses implements ResponseStore, HandoffPicture {
  readonly entries: ResponseEntry[] = [];
  readonly histories = new Map<string, History>();
  /** Who looks after which account; nobody unless a test says so. */
  readonly owners = new Map<string, string>();
  private readonly takenOn: {
    readonly month: string;
    readonly owner: string | undefined;
    readonly offer: string;
  }[] = [];
  private readonly answers = new Map<string, { readonly bodyHash: string; readonly answer: string }>();

  /** What decisions read; the empty history for an account that has none. */
  history(accountId: string): History {
    return this.histories.get(accountId) ?? EMPTY_HISTORY;
  }

  async record(recording: Recording): Promise<RecordingOutcome> {
    const key = JSON.stringify([recording.callerId, recording.idempotencyKey]);
    const before = this.answers.get(key);
    if (before !== undefined)
      return before.bodyHash === recording.bodyHash
        ? { kind: 'replayed', answer: before.answer }
        : { kind: 'conflict' };
    const owner = this.owners.get(recording.accountId);
    const past = this.histories.get(recording.accountId) ?? EMPTY_HISTORY;
    const change = recording.decide(past, this.loadOf(owner, recording.now));
    if (change.takenOn !== undefined)
      this.takenOn.push({ month: monthOf(recording.now), owner, offer: change.takenOn });
    if (change.history !== null) this.histories.set(recording.accountId, change.history);
    this.append(change.entries);
    this.answers.set(key, { bodyHash: recording.bodyHash, answer: change.answer });
    return { kind: 'recorded', answer: change.answer };
  }

  loadOf(owner: string | undefined, now: number): HandoffLoad {
    const ofMonth = this.takenOn.filter(({ month }) => month === monthOf(now));
    const offers = new Set(ofMonth.map(({ offer }) => offer));
    return {
      ofOwner: ofMonth.filter((taken) => owner !== undefined && taken.owner === owner).length,
      ofOffer: new Map([...offers].map((key) => [key, ofMonth.filter(({ offer }) => offer === key).length])),
    };
  }

  forgetKeys(): Promise<number> {
    return Promise.resolve(0);
  }

  private append(entries: readonly ResponseEntry[]): void {
    for (const entry of entries) {
      const { accountId, businessKey } = entry;
      const isTaken =
        businessKey !== null &&
        this.entries.some((other) => other.accountId === accountId && other.businessKey === businessKey);
      if (isTaken) throw new Error(`The business key ${businessKey} is taken.`);
      this.entries.push(entry);
    }
  }
}
