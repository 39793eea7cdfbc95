/** Carries out `rules simulate`: starts a simulation, shows how it goes, stops it at Ctrl-C, and prints what it found. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import type { SimulationView } from '../../application/simulate/simulation-view';
import type { SimulateOptions } from './add-simulate';
import { simulationReport } from './simulation-report';
import { untilStopped } from './until-stopped';
import { withService } from './with-service';
import type { SimulationDesk, Workbench } from './workbench';

const DONE = 0;
const REFUSED = 1;
/** What a shell reports of a command that Ctrl-C ended. */
const STOPPED = 130;
const LOOK_EVERY_MS = 200;

/** Exit codes: 0 done, 1 not started or failed, 130 stopped. */
export function simulateRules(workbench: Workbench, options: SimulateOptions): Promise<number> {
  return withService(workbench, async (service) => {
    await service.prepare({ seed: false });
    const started = await service.simulations.start(options.audience ?? null, timeOf(options.at));
    if (started.kind !== 'Started') {
      workbench.print(`${started.message}\n`);
      return REFUSED;
    }
    const found = await followed(workbench, service.simulations, started.simulation);
    workbench.print(simulationReport(found));
    if (found.status === 'CANCELLED') return STOPPED;
    return found.status === 'DONE' ? DONE : REFUSED;
  });
}

/** What is no time is handed on, to be refused by name. */
function timeOf(at: string | undefined): string | null {
  if (at === undefined) return null;
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Date(time).toISOString();
}

/** To its end, whichever process does the work. */
async function followed(
  { terminal }: Workbench,
  simulations: SimulationDesk,
  started: SimulationView,
): Promise<SimulationView> {
  void untilStopped().then(() => simulations.cancel(started.id));
  const display = terminal ? progressBar() : { show: () => undefined, end: () => undefined };
  try {
    for (let state = started; ; await sleep(LOOK_EVERY_MS)) {
      state = (await simulations.find(started.id)) ?? state;
      if (state.finishedAt !== null) return state;
      display.show(state);
    }
  } finally {
    display.end();
  }
}

interface Display {
  readonly show: (state: SimulationView) => void;
  readonly end: () => void;
}

function progressBar(): Display {
  const bar = new SingleBar({
    format: '{bar} {percentage} % | {value} of {total} accounts | {changed} change | {eta_formatted} left',
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
  });
  return {
    show: ({ processed, total, changedAccounts }) => {
      const words = { changed: changedAccounts.toLocaleString('en-US') };
      if (bar.isActive) bar.update(processed, words);
      else bar.start(total, processed, words);
    },
    end: () => bar.stop(),
  };
}
