/** The log: one JSON line per event for machines, one short line for people at a terminal. Secrets never reach it. */
export { type Log, openLog, silentLog } from './open-log.ts';
