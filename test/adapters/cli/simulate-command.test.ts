import { stripVTControlCharacters } from 'node:util';
import { simulateRules } from '../../../src/adapters/cli/simulate-command';
import { simulationReport } from '../../../src/adapters/cli/simulation-report';
import type { OpenService, Workbench } from '../../../src/adapters/cli/workbench';
import type { SimulationView } from '../../../src/application/simulate/simulation-view';
import { RUNNING_SIMULATION as running } from '../../support/running-simulation';

const ended = (status: SimulationView['status']): SimulationView => ({
  ...running,
  status,
  finishedAt: '2026-06-01T00:01:00.000Z',
});

/** A workbench whose service goes through these states, and what was printed and asked. */
function workbenchOf(states: readonly SimulationView[]) {
  const seen = { printed: '', asked: [] as unknown[], closed: false };
  const left = [...states];
  const service = {
    prepare: async () => ({}),
    close: async () => void (seen.closed = true),
    simulations: {
      start: async (audience: string | null, at: string | null) => {
        seen.asked.push(audience, at);
        if (audience === 'nobody')
          return {
            kind: 'InvalidInput',
            code: 'INVALID_INPUT',
            message: 'No such audience.',
            pointer: '/audience',
          };
        return { kind: 'Started', simulation: running };
      },
      find: async () => left.shift() ?? null,
      cancel: async () => null,
    },
  } as unknown as OpenService;
  const workbench = {
    open: async () => service,
    print: (text: string) => void (seen.printed += text),
    terminal: false,
  } as unknown as Workbench;
  return { workbench, seen };
}

describe('rules simulate', () => {
  it.each([
    ['DONE', 0],
    ['FAILED', 1],
    ['CANCELLED', 130],
  ] as const)('follows it until it is %s, prints what was found and exits with %d', async (status, code) => {
    const { workbench, seen } = workbenchOf([running, ended(status)]);
    expect(await simulateRules(workbench, {})).toBe(code);
    expect(seen.printed).toBe(simulationReport(ended(status)));
    expect(seen).toMatchObject({ asked: [null, null], closed: true });
  });

  it('hands on whom and when, in UTC; what is no time is left to be refused by name', async () => {
    const { workbench, seen } = workbenchOf([ended('DONE'), ended('DONE')]);
    await simulateRules(workbench, { audience: 'paying', at: '2026-06-01T02:00:00+02:00' });
    await simulateRules(workbench, { at: 'soon' });
    expect(seen.asked).toEqual(['paying', '2026-06-01T00:00:00.000Z', null, 'soon']);
  });

  it('says why it was not started', async () => {
    const { workbench, seen } = workbenchOf([]);
    expect(await simulateRules(workbench, { audience: 'nobody' })).toBe(1);
    expect(seen).toMatchObject({ printed: 'No such audience.\n', closed: true });
  });
});

describe('the report of a simulation', () => {
  const lines = (view: SimulationView) => stripVTControlCharacters(simulationReport(view)).split('\n');

  it('tells what changes, by offer, code, owner and account', () => {
    const text = lines(running).join('\n');
    expect(text).toContain('The draft against release 3, over the audience `paying`');
    expect(text).toContain('running after 40 of 100');
    expect(text).toContain('5 of 20 accounts change (25.0 %)');
    expect(text).toContain('Prompts a day: 0.5 → 1.0');
    expect(text).toContain('Warning: 25.0 % of the accounts are made other offers');
    expect(text).toMatch(/growth-plan .*\+4 .*-0/);
    expect(text).toMatch(/seat-pack .*\+0 .*-2/);
    expect(text).toMatch(/COOLDOWN .* 7 .* 0 .* -7/);
    expect(text).toMatch(/ada .* 1 → 2 .* ▲ .* 3 → 4 .* ▲/);
    expect(text).toMatch(/acc-7 .* - .* growth-plan/);
  });

  it('leaves out tables that would have no line', () => {
    const still = { ...running, gained: [], lost: [], suppressed: [], loads: [], sample: [], warning: null };
    expect(lines(still)).toHaveLength(4);
  });

  it('shows no character of a name that would move the cursor', () => {
    const [shift] = running.sample;
    const sample = [{ ...shift!, accountId: 'acc\u001b[2J' }];
    expect(simulationReport({ ...running, sample })).not.toContain('\u001b[2J');
  });
});
