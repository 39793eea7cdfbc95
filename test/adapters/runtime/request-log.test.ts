import pino from 'pino';
import { requestLog } from '../../../src/adapters/runtime/request-log';

const REQUEST = { requestId: 'r-1', operation: 'recommendedOffers', outcome: 'ok', status: 200, ms: 12.345 };

function logged(level: string, request: Partial<typeof REQUEST>): Record<string, unknown> | undefined {
  const lines: string[] = [];
  requestLog(pino({ level }, { write: (line) => void lines.push(line) }), 500)({ ...REQUEST, ...request });
  return lines[0] === undefined ? undefined : (JSON.parse(lines[0]) as Record<string, unknown>);
}

describe('the log of requests', () => {
  it.each([
    ['slow', { ms: 500 }, 30],
    ['a fault', { outcome: 'fault' }, 30],
    ['without a database', { outcome: 'unavailable' }, 30],
  ])('tells at info of one that was %s', (_what, request, level) => {
    expect(logged('info', request)).toMatchObject({
      level,
      requestId: 'r-1',
      operation: 'recommendedOffers',
    });
  });

  it.each([
    ['quick', {}],
    ['the client’s own mistake', { outcome: 'failed' }],
    ['turned away for load', { outcome: 'shed' }],
  ])('tells only at debug of one that was %s', (_what, request) => {
    expect(logged('info', request)).toBeUndefined();
    expect(logged('debug', request)).toMatchObject({ level: 20, status: 200, ms: 12.3 });
  });

  it('passes on nothing but its own members', () => {
    const line = logged('debug', { variables: { name: 'Jo' } } as never);
    expect(Object.keys(line ?? {}).sort()).toEqual(
      ['hostname', 'level', 'ms', 'msg', 'operation', 'outcome', 'pid', 'requestId', 'status', 'time'].sort(),
    );
  });
});
