import { Command } from 'commander';
import type { Running } from '../start.ts';
import { whenLeftBehind } from './when-left-behind.ts';

/** npm passes on the Ctrl-C that the terminal has sent to us already: that is one wish, not two. */
const sameWishMs = 1_000;

/** Calls `end` when the operator or the system asks us to end; a Ctrl-C after that ends at once. */
function whenAskedToEnd(end: (signal: string) => void): void {
  let askedAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (askedAt === undefined) {
        askedAt = Date.now();
        end(signal);
      } else if (signal === 'SIGINT' && Date.now() - askedAt > sameWishMs) process.exit(130);
    });
}

/** What the operator reads once everything runs. */
function welcome({ address, demo, setupCode }: Running): string {
  const lines = [`Ancora is ready: ${address}`];
  if (demo) lines.push('This is a demo: one click enters as a sales rep, a marketer or a support agent.');
  if (setupCode) lines.push(`Setup code for the first administrator: ${setupCode}`);
  return lines.join('\n');
}

/** `ancora start`: everything on one port until Ctrl-C. */
export const startCommand = () =>
  new Command('start')
    .description('Start PostgreSQL, the API and the web app on one port; Ctrl-C stops all of it.')
    .addHelpText(
      'after',
      `
Environment:
  PORT, HOST            where to listen (4000, 127.0.0.1)
  DATABASE_URL          a PostgreSQL 15 to 18 of your own; without it one is started under ANCORA_HOME
  ANCORA_HOME           folder of the data (.ancora)
  DEMO                  0 leaves an empty database empty; otherwise it gets the demo company
  ADMIN_EMAIL, ADMIN_PASSWORD   the first administrator, where nobody can type the setup code
  JOBS                  apart leaves background work to processes started with \`ancora work\` (here)
  MAIL_FROM, MAIL_IMAP_URL, MAIL_SMTP_URL   the mailbox that customers write to, and how answers leave
  CHAT_ORIGINS          web sites that may show the chat window
  LOG_LEVEL             trace, debug, info, warn, error, fatal or silent (info)`,
    )
    .action(async () => {
      const abort = new AbortController();
      const ended = new Promise<string>((resolve) => {
        const end = (signal: string) => {
          abort.abort(new Error(`Stopped by ${signal}`));
          resolve(signal);
        };
        whenAskedToEnd(end);
        whenLeftBehind(() => end('the end of npm'));
      });
      const { start } = await import('../start.ts');
      const starting = start(abort.signal);
      const running = await starting.catch((error) => {
        if (abort.signal.aborted) return undefined;
        throw error;
      });
      if (!running) return process.exit(0);
      process.stdout.write(`${welcome(running)}\n`);
      const why = await Promise.race([ended, running.lost]);
      process.stderr.write(why instanceof Error ? `${why.message}\n` : 'Stopping\n');
      await running.stop();
      process.exit(why instanceof Error ? 1 : 0);
    });
