import pino from 'pino';
import { peopleStream } from './people-stream.ts';

/** Where events are told: `log.info({ customerId }, 'Customer merged')`. */
export type Log = Pick<
  pino.Logger,
  'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'level' | 'isLevelEnabled'
>;

const secret = [
  'password',
  'token',
  'secret',
  'key',
  'authorization',
  'cookie',
  'ownerUrl',
  'appUrl',
  'adminUrl',
  'databaseUrl',
];

/** How the log is written. */
export interface LogOptions {
  level: string;
  /** Lines for people instead of JSON; as a rule when a person watches the terminal. */
  forPeople?: boolean;
  to?: NodeJS.WritableStream;
}

/** Opens the log on the error stream, so that what a command prints as its result stays clean. */
export function openLog({ level, forPeople = process.stderr.isTTY, to = process.stderr }: LogOptions): Log {
  const stream = forPeople ? peopleStream(to) : to;
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[kept secret]',
      },
    },
    stream,
  );
}

/** A log that tells nobody, for tests. */
export const silentLog: Log = pino({ level: 'silent' });
