/** Decides who is served now, who waits and who is turned away when more is asked than can be answered. */

/** Kinds of work, the most important first: an answer given must be kept; a report can be asked again. */
export const PRIORITIES = ['answers', 'evaluations', 'reports'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What the queue bounds. */
export interface AdmissionLimits {
  /** Requests that are worked on at once. */
  readonly concurrency: number;
  /** Requests that wait; beyond, the least important of the waiting and the new one is turned away. */
  readonly queued: number;
  /** Milliseconds after which one that waits is turned away. */
  readonly longestWaitMs: number;
}

/** Waits of more than this are no use to a page that renders. */
export const LONGEST_WAIT_MS = 40;

/**
 * Work that never leaves the event loop would hide its queue in the kernel, where nobody can choose: so only this many
 * begin before the loop looks for newcomers again.
 */
const BEGUN_PER_TURN = 64;
/** How often waits are checked while nothing comes free, in milliseconds. */
const CHECK_MS = 10;

interface Waiting {
  readonly admit: (admitted: boolean) => void;
  readonly since: number;
}

/** First come, first served within a priority. */
export class AdmissionQueue {
  private readonly lines: Readonly<Record<Priority, Waiting[]>> = {
    answers: [],
    evaluations: [],
    reports: [],
  };
  private running = 0;
  private begun = 0;
  private turn: NodeJS.Immediate | undefined;
  private check: NodeJS.Timeout | undefined;

  constructor(private readonly limits: AdmissionLimits) {}

  /** Whether a newcomer of whatever priority would be turned away. */
  get isFull(): boolean {
    return this.lines.answers.length >= this.limits.queued;
  }

  /** How many are worked on and how many wait. */
  get counts(): { readonly running: number; readonly waiting: number } {
    return { running: this.running, waiting: this.waiting };
  }

  /** Whether the caller may begin, at once or after a wait; who may begin calls `leave` when done. */
  enter(priority: Priority): true | Promise<boolean> {
    this.nextTurn();
    if (this.waiting === 0 && this.mayBegin) return this.begin();
    if (this.waiting >= this.limits.queued && !this.displaceBelow(priority)) return Promise.resolve(false);
    return new Promise((admit) => this.lines[priority].push({ admit, since: performance.now() }));
  }

  /** Gives the place back. */
  leave(): void {
    this.running -= 1;
    if (this.waiting > 0) this.nextTurn();
  }

  private get waiting(): number {
    return this.lines.answers.length + this.lines.evaluations.length + this.lines.reports.length;
  }

  private get mayBegin(): boolean {
    return this.running < this.limits.concurrency && this.begun < BEGUN_PER_TURN;
  }

  private begin(): true {
    this.running += 1;
    this.begun += 1;
    return true;
  }

  private nextTurn(): void {
    this.turn ??= setImmediate(() => this.admitWaiting());
  }

  private admitWaiting(): void {
    this.turn = undefined;
    this.begun = 0;
    while (this.waiting > 0 && this.mayBegin) this.takeFirst()?.admit(this.begin());
    this.turnAwayTheLate();
    if (this.waiting === 0) return;
    if (this.running < this.limits.concurrency) this.nextTurn();
    else this.check ??= setTimeout(() => this.checkWaits(), CHECK_MS);
  }

  private checkWaits(): void {
    this.check = undefined;
    this.nextTurn();
  }

  private takeFirst(): Waiting | undefined {
    return this.lines[PRIORITIES.find((priority) => this.lines[priority].length > 0) ?? 'reports'].shift();
  }

  /** After those who can begin: on a machine so busy that a turn takes longer than the longest wait, nobody would be served. */
  private turnAwayTheLate(): void {
    const late = performance.now() - this.limits.longestWaitMs;
    for (const line of Object.values(this.lines)) {
      while (line[0] !== undefined && line[0].since < late) line.shift()?.admit(false);
    }
  }

  /** Turns the newest of the least important away, if it is less important than this. */
  private displaceBelow(priority: Priority): boolean {
    const below = PRIORITIES.slice(PRIORITIES.indexOf(priority) + 1).reverse();
    const victim = below.find((other) => this.lines[other].length > 0);
    if (victim === undefined) return false;
    this.lines[victim].pop()?.admit(false);
    return true;
  }
}
