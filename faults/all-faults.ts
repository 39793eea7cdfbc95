/** Lists every fault run in the order of the table. */
import { clockJumps } from './clock-jumps';
import { databaseAway } from './database-away';
import { exhaustedPool } from './exhausted-pool';
import type { DatabaseKind, Fault } from './fault';
import { forcedErrors } from './forced-errors';
import { fullDisk } from './full-disk';
import { killedMariadb } from './killed-mariadb';
import { killedService } from './killed-service';
import { lockedFile } from './locked-file';
import { overload } from './overload';
import { lostCommits } from './lost-commits';
import { repeatedAnswers } from './repeated-answers';
import { restartedReplicas } from './restarted-replicas';
import { soak } from './soak';

const DATABASES: readonly DatabaseKind[] = ['SQLite', 'MariaDB'];
const onBoth = (fault: (database: DatabaseKind) => Fault) => DATABASES.map(fault);

/** In the order of their promises. */
export const ALL_FAULTS: readonly Fault[] = [
  ...onBoth(repeatedAnswers),
  ...onBoth(killedService),
  killedMariadb,
  ...onBoth(forcedErrors),
  lostCommits,
  ...onBoth(fullDisk),
  ...onBoth(clockJumps),
  ...onBoth(overload(2)),
  ...onBoth(overload(3)),
  ...onBoth(soak),
  ...onBoth(restartedReplicas),
  lockedFile,
  databaseAway,
  ...onBoth(exhaustedPool),
];
