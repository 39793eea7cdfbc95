/** Says how each service of the comparison is started. */
import path from 'node:path';
import type { ServiceCommand } from './measured-process';

const ADMIN_API_KEY = 'bench-key-of-no-value-whatsoever-0123456789';

/** The floors, by the argument that starts them. */
export const FLOORS = {
  http: 'node:http, from memory',
  apollo: 'tuned Apollo, from memory',
  read: 'node:http, one prepared read',
} as const;
/** The argument that starts a floor. */
export type Floor = keyof typeof FLOORS;

/** The plain service on its database. `build` is the folder with the compiled files. */
export function plainCommand(build: string, database: string, name: string): ServiceCommand {
  return {
    name,
    script: path.join(build, 'bench/naive-service/main.js'),
    args: [],
    path: '/',
    environment: { DATABASE_URL: database },
    headers: {},
  };
}

/** A floor; `read` reads the database of our service, the others give the answers kept in the file. */
export function floorCommand(build: string, floor: Floor, database: string, answers: string): ServiceCommand {
  return {
    name: FLOORS[floor],
    script: path.join(build, 'bench/floors/main.js'),
    args: [floor],
    path: '/',
    environment: { DATABASE_URL: database, ANSWERS: answers },
    headers: {},
  };
}

/** Our service on its database; a database without a release takes its first from the folder of documents. */
export function ourCommand(build: string, database: string, documents: string, name: string): ServiceCommand {
  return {
    name,
    script: path.join(build, 'src/main.js'),
    args: ['serve'],
    path: '/graphql',
    environment: {
      DATABASE_URL: database,
      RULES_DIR: documents,
      ADMIN_API_KEY,
      SIGNING_SECRET: 'bench-secret-of-no-value-whatsoever-0123456789',
      LOG_LEVEL: 'warn',
    },
    headers: { authorization: `Bearer ${ADMIN_API_KEY}` },
  };
}
