/** Answers what was presented, what became of it and whom it annoyed, in a window of time. */
import type { AccountStory, CountingFrame } from '../../domain/reports/account-story';
import { countAccount } from '../../domain/reports/count-account';
import { GroupedCounts } from '../../domain/reports/grouped-counts';
import { reportRows, type Report } from '../../domain/reports/report';
import { figuresOf } from '../../domain/reports/report-figures';
import type { Clock, ReleaseProvider, ReleaseStore } from '../ports';
import { recordedAccounts, type RecordedAccount } from './recorded-accounts';
import { ReleaseCatalogues } from './release-catalogues';
import type { ReportReader, ReportWindow } from './report-ports';
import {
  distinctDimensions,
  MAX_REPORT_GROUPS,
  readWindow,
  tooManyGroups,
  type ReportQuestion,
  type ReportRefusal,
} from './report-question';

const DAY_MS = 86_400_000;
/** The last time that RFC 3339 can spell. */
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** What reports need of the world. */
export interface ReportPorts {
  readonly reader: ReportReader;
  readonly releaseStore: Pick<ReleaseStore, 'byNumber'>;
  /** For the response window of the policy in force. */
  readonly releases: ReleaseProvider;
  readonly clock: Clock;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** Reads the window once, account by account; memory grows with the groups, not with what was recorded. */
export class MakeReport {
  constructor(private readonly ports: ReportPorts) {}

  /** Test accounts never count. */
  async execute(question: ReportQuestion): Promise<Report | ReportRefusal> {
    const window = readWindow(question);
    if ('failure' in window) return window;
    const catalogues = new ReleaseCatalogues(this.ports.releaseStore);
    const frame = this.frameOf(window, catalogues);
    const total = new GroupedCounts([], question.filter);
    const grouped = new GroupedCounts(distinctDimensions(question.groupBy), question.filter);
    for await (const recorded of this.recorded(frame)) {
      if (recorded.account?.test === true) continue;
      await catalogues.learn(releasesOf(recorded));
      const story = storyOf(recorded);
      countAccount(total, story, frame);
      if (grouped.groupBy.length > 0) countAccount(grouped, story, frame);
      if (grouped.size > MAX_REPORT_GROUPS) return tooManyGroups();
    }
    return reportOf(frame, total, grouped);
  }

  private frameOf({ from, to }: ReportWindow, catalogues: ReleaseCatalogues): CountingFrame {
    const { clock, releases } = this.ports;
    const { responseWindowDays } = releases.current().policy;
    return { from, to, now: clock.now(), responseWindowDays, releases: catalogues.known };
  }

  /** Answers are read until the last presentation of the window has had its time. */
  private recorded(frame: CountingFrame): AsyncIterable<RecordedAccount> {
    const closed = Date.parse(frame.to) + frame.responseWindowDays * DAY_MS;
    const answersUntil = new Date(Math.min(closed, LAST_TIME)).toISOString();
    return recordedAccounts(this.ports.reader, frame, answersUntil, this.ports.pause);
  }
}

function releasesOf({ responses }: RecordedAccount): Iterable<number> {
  return new Set(
    responses.flatMap(({ release, opensPrompt }) => (opensPrompt && release !== null ? [release] : [])),
  );
}

function storyOf({ account, responses, decisions, crossings }: RecordedAccount): AccountStory {
  return {
    segment: account?.segment ?? null,
    active: account?.status === 'PAYING',
    entries: responses,
    decisions,
    crossings,
  };
}

function reportOf(frame: CountingFrame, total: GroupedCounts, grouped: GroupedCounts): Report {
  const { from, to, now, responseWindowDays } = frame;
  return {
    from,
    to,
    computedAt: new Date(now).toISOString(),
    responseWindowDays,
    groupBy: grouped.groupBy,
    total: figuresOf(total, {}),
    rows: grouped.groupBy.length === 0 ? [] : reportRows(grouped),
  };
}
