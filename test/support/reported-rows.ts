/** Makes rows as reports read them, and reports over them. */
import type {
  ReportedAccount,
  ReportedDecision,
  ReportedResponse,
  ReportReader,
} from '../../src/application/report/report-ports';
import { MakeReport, type ReportPorts } from '../../src/application/report/make-report';
import type { ReportQuestion } from '../../src/application/report/report-question';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import type { Report } from '../../src/domain/reports/report';
import { decisionEntry } from './decision-entries';
import { shown } from './report-stories';
import { aRelease } from './decisions-release';

/** An account that pays, in no segment. */
export function reportedAccount(id: string, change: Partial<ReportedAccount> = {}): ReportedAccount {
  return { id, status: 'PAYING', segment: null, test: false, ...change };
}

/** The first impression of `growth` to an account on 10 June, in a prompt of the same id. */
export function reportedResponse(id: string, change: Partial<ReportedResponse> = {}): ReportedResponse {
  return { ...shown(), surface: 'IN_APP', id, promptId: id, accountId: 'acme', userId: null, ...change };
}

/** A decision on 10 June that the payload tells of. */
export function reportedDecision(
  id: string,
  payload: object,
  change: Partial<ReportedDecision> = {},
): ReportedDecision {
  const { accountId, surface } = decisionEntry(id);
  return {
    id,
    accountId,
    surface,
    decidedAt: '2026-06-10T12:00:00.000Z',
    payload: JSON.stringify(payload),
    ...change,
  };
}

/** June, of everything. */
export const JUNE: ReportQuestion = {
  from: '2026-06-01T00:00:00.000Z',
  to: '2026-07-01T00:00:00.000Z',
  groupBy: [],
  filter: {},
};

/** Ports that look at the rows in August; no release is stored. */
export function reportPorts(reader: ReportReader, change: Partial<ReportPorts> = {}): ReportPorts {
  const release: CompiledRelease = aRelease();
  return {
    reader,
    releaseStore: { byNumber: () => Promise.resolve(null) },
    releases: { current: () => release },
    clock: { now: () => Date.parse('2026-08-01T00:00:00.000Z') },
    pause: () => Promise.resolve(),
    ...change,
  };
}

/** The report; fails the test when it is refused. */
export async function reportOn(
  reader: ReportReader,
  question: Partial<ReportQuestion> = {},
  change: Partial<ReportPorts> = {},
): Promise<Report> {
  const answer = await new MakeReport(reportPorts(reader, change)).execute({ ...JUNE, ...question });
  if ('failure' in answer) throw new Error(`${answer.argument} ${answer.message}`);
  return answer;
}
