/** Gives a run of a simulation what it needs, whichever thread it is on. */
import type { OpenDatabase } from '../adapters/persistence/open-database';
import { eventLoopTurns } from '../adapters/runtime/event-loop-turns';
import { systemClock } from '../adapters/runtime/system-clock';
import type { CompilerTools } from '../application/decide/compile-release';
import { ReleaseCompiler } from '../application/decide/release-compiler';
import { LoadRelease } from '../application/govern/load-release';
import type { RunPorts } from '../application/simulate/run-simulation';

/** With a compiler of its own: what is known of the draft goes with the run. */
export function simulationPorts(database: OpenDatabase, tools: CompilerTools): RunPorts {
  const compiler = new ReleaseCompiler(tools);
  const load = new LoadRelease(database.releases, compiler, eventLoopTurns);
  return {
    store: database.simulations,
    scan: database.subjectScan,
    subjects: database.subjects,
    load: (number) => load.execute(number),
    compiler,
    clock: systemClock,
    turns: eventLoopTurns,
  };
}
