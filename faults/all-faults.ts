/** Lists every fault run in the order of the table. */
import type { DatabaseKind, Fault } from './fault';
import { killedMariadb } from './killed-mariadb';
import { killedService } from './killed-service';
import { repeatedAnswers } from './repeated-answers';

const DATABASES: readonly DatabaseKind[] = ['SQLite', 'MariaDB'];
const onBoth = (fault: (database: DatabaseKind) => Fault) => DATABASES.map(fault);

/** In the order of their promises. */
export const ALL_FAULTS: readonly Fault[] = [
  ...onBoth(repeatedAnswers),
  ...onBoth(killedService),
  killedMariadb,
];
