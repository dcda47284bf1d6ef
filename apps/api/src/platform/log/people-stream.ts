import { Writable } from 'node:stream';

const colours: Record<string, string> = { warn: '\x1b[33m', error: '\x1b[31m', fatal: '\x1b[31m' };
const hidden = new Set(['level', 'time', 'msg', 'err']);

/** Everything below space, and the C1 block: what a hostile name could use to rewrite a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are to be taken out
const control = /[\u0000-\u001f\u007f-\u009f]/g;
const plain = (text: string) => text.replace(control, ' ');

/** Turns one JSON line of the log into one line for people: `12:01:30 warn Slow statement (ms 1200)`. */
export function lineForPeople(json: string, coloured: boolean): string {
  const event = JSON.parse(json) as Record<string, unknown> & {
    level: string;
    time: string;
    msg?: string;
    err?: { message?: string; stack?: string };
  };
  const more = Object.entries(event)
    .filter(([key]) => !hidden.has(key))
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
  const stack = event.err?.stack ? `\n${event.err.stack.split('\n').map(plain).join('\n')}` : '';
  const level = event.level === 'info' ? '' : `${event.level} `;
  const line = plain(
    `${event.time.slice(11, 19)} ${level}${event.msg ?? event.err?.message ?? ''}${more ? ` (${more})` : ''}`,
  );
  const colour = coloured ? colours[event.level] : undefined;
  return `${colour ? `${colour}${line}\x1b[0m` : line}${stack}\n`;
}

/** A stream that rewrites the log for people on its way to the terminal. */
export const peopleStream = (to: NodeJS.WritableStream): Writable =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split('\n'))
        if (line) to.write(lineForPeople(line, process.stderr.isTTY === true));
      done();
    },
  });
