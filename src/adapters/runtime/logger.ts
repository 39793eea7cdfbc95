/** Writes the log: one JSON object a line, readable lines on a terminal. */
import { pino, type Logger } from 'pino';

/** What the rest of the service logs through. Never pass names, contacts or tokens. */
export type { Logger } from 'pino';

/** Makes the process's logger. `pretty` is for people; machines get JSON with ISO times. */
export function createLogger(level: string, pretty: boolean): Logger {
  return pino({
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['headers.authorization', '*.authorization', '*.password'],
    ...(pretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
          },
        }
      : {}),
  });
}
