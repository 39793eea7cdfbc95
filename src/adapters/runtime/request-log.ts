/** Decides which requests get a line in the log, and what it says: never who asked or what about. */
import type { Logger } from './logger';

/** What is told of one request; see the record of the listener. */
interface LoggedRequest {
  readonly requestId: string;
  readonly operation: string;
  readonly outcome: string;
  readonly status: number;
  readonly ms: number;
}

/** Outcomes that an operator wants to see; a client's own mistakes are told to the client, and load to the metrics. */
const TOLD: ReadonlySet<string> = new Set(['fault', 'unavailable']);

/** At `info`: what was slow or failed on our side. At `debug`: every request. */
export function requestLog(logger: Logger, slowMs: number): (request: LoggedRequest) => void {
  const everything = logger.isLevelEnabled('debug');
  return ({ requestId, operation, outcome, status, ms }) => {
    const telling = ms >= slowMs || TOLD.has(outcome);
    if (!telling && !everything) return;
    const line = { requestId, operation, outcome, status, ms: Math.round(ms * 10) / 10 };
    if (telling) logger.info(line, 'request');
    else logger.debug(line, 'request');
  };
}
