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
  /** Milliseconds after which one that waits is turned away, if there is no place to work by then. */
  readonly longestWaitMs: Readonly<Record<Priority, number>>;
  /** Milliseconds that never go back; default: the clock of the process. */
  readonly now?: () => number;
}

/** A page that renders has no use for more than 40 ms; a yes or a no that somebody gave is worth a second. */
export const LONGEST_WAIT_MS = { answers: 1_000, evaluations: 40, reports: 40 } as const;

/**
 * Work that never leaves the event loop would hide its queue in the kernel, where nobody can choose: so only this many
 * begin before the loop looks for newcomers again. It also bounds how long a newcomer waits for a refusal.
 */
const BEGUN_PER_TURN = 8;
/** So few begin within two turns, whatever held the process up: a pause of it is no reason to turn anybody away. */
const ALWAYS_WAITING = 2 * BEGUN_PER_TURN;
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
  private readonly now: () => number;
  private running = 0;
  private begun = 0;
  private turn: NodeJS.Immediate | undefined;
  private check: NodeJS.Timeout | undefined;

  constructor(private readonly limits: AdmissionLimits) {
    this.now = limits.now ?? (() => performance.now());
  }

  /** How many are worked on and how many wait. */
  get counts(): { readonly running: number; readonly waiting: number } {
    return { running: this.running, waiting: this.waiting };
  }

  /** Whether a newcomer would be turned away; then so would one that is less important. Free to ask. */
  turnsAway(priority: Priority): boolean {
    if (this.waiting === 0) return false;
    return this.wouldWaitTooLong(priority) || (this.isFull && this.lowestBelow(priority) === undefined);
  }

  /** Whether the caller may begin, at once or after a wait; who may begin calls `leave` when done. */
  enter(priority: Priority): boolean | Promise<boolean> {
    this.nextTurn();
    if (this.waiting === 0 && this.mayBegin) return this.begin();
    if (this.turnsAway(priority)) return false;
    if (this.isFull && !this.displaceBelow(priority)) return false;
    return new Promise((admit) => this.lines[priority].push({ admit, since: this.now() }));
  }

  /** Gives the place back. */
  leave(): void {
    this.running -= 1;
    if (this.waiting > 0) this.nextTurn();
  }

  private get waiting(): number {
    return this.lines.answers.length + this.lines.evaluations.length + this.lines.reports.length;
  }

  private get isFull(): boolean {
    return this.waiting >= this.limits.queued;
  }

  private get hasPlace(): boolean {
    return this.running < this.limits.concurrency;
  }

  private get mayBegin(): boolean {
    return this.hasPlace && this.begun < BEGUN_PER_TURN;
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
    if (!this.hasPlace) this.turnAwayTheLate();
    if (this.waiting === 0) return;
    if (this.hasPlace) this.nextTurn();
    else this.check ??= setTimeout(() => this.checkWaits(), CHECK_MS).unref();
  }

  private checkWaits(): void {
    this.check = undefined;
    this.nextTurn();
  }

  private takeFirst(): Waiting | undefined {
    return this.lines[PRIORITIES.find((priority) => this.lines[priority].length > 0) ?? 'reports'].shift();
  }

  /**
   * Who comes now waits at least as long as the first of the line has: once that is half of what is allowed, newcomers are
   * told at once, so that whoever is let in is served in time however long the work takes.
   */
  private wouldWaitTooLong(priority: Priority): boolean {
    if (this.hasPlace && this.waiting < ALWAYS_WAITING) return false;
    const late = this.now() - this.limits.longestWaitMs[priority] / 2;
    for (const line of PRIORITIES) {
      const [first] = this.lines[line];
      if (first !== undefined && first.since < late) return true;
      if (line === priority) return false;
    }
    return false;
  }

  /**
   * Only while nothing comes free: on a machine so busy that a turn takes longer than the longest wait nobody would be
   * served, and work that was let in would be thrown away.
   */
  private turnAwayTheLate(): void {
    for (const priority of PRIORITIES) {
      const line = this.lines[priority];
      const late = this.now() - this.limits.longestWaitMs[priority];
      while (line[0] !== undefined && line[0].since < late) line.shift()?.admit(false);
    }
  }

  /** The least important of the lines below that has somebody in it. */
  private lowestBelow(priority: Priority): Priority | undefined {
    const below = PRIORITIES.slice(PRIORITIES.indexOf(priority) + 1);
    return below.findLast((other) => this.lines[other].length > 0);
  }

  /** Turns the newest of the least important away, if it is less important than this. */
  private displaceBelow(priority: Priority): boolean {
    const victim = this.lowestBelow(priority);
    if (victim === undefined) return false;
    this.lines[victim].pop()?.admit(false);
    return true;
  }
}
