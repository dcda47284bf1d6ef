import { setTimeout as pause } from 'node:timers/promises';
import type { Subjects } from '#modules/intake';
import { type Carrier, carryLetters } from '#modules/outbox';
import { type Database, isPassingTrouble } from '#platform/database';
import type { MailEnvironment } from '#platform/environment';
import type { Log } from '#platform/log';
import { filesOfLetter } from './files-of-letter.ts';
import { mailCarrier } from './mail-carrier.ts';
import { watchMailbox } from './watch-mailbox.ts';

/** The channels of a running Ancora. */
export interface Post {
  close(): Promise<void>;
}

/** How often it is looked whether a letter is due. */
const roundEveryMs = 1_000;

/** Opens the channels that the environment names: letters leave by their carriers, and mail comes in. */
export function openPost(options: {
  database: Database;
  subjects: Subjects;
  mail: MailEnvironment | undefined;
  log: Log;
  /** Those of channels that live elsewhere, beside e-mail. */
  carriers?: readonly Carrier[];
}): Post {
  const { database, subjects, mail, log } = options;
  const ending = new AbortController();
  const smtp = mail && mailCarrier(mail, (letter) => filesOfLetter(database, letter));
  const carriers: Carrier[] = [...(options.carriers ?? []), ...(smtp ? [smtp] : [])];
  const rounds = goRound(database, carriers, log, ending.signal);
  const watch = mail?.imap ? watchMailbox({ database, subjects, mail, log }) : undefined;
  return {
    async close() {
      ending.abort();
      await Promise.all([rounds, watch?.close()]);
      smtp?.close();
    },
  };
}

async function goRound(
  database: Database,
  carriers: readonly Carrier[],
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      while ((await carryLetters(database, carriers)) > 0 && !signal.aborted);
    } catch (error) {
      if (!isPassingTrouble(error)) log.error({ err: error }, 'A round of the post failed');
    }
    await pause(roundEveryMs, undefined, { signal }).catch(() => undefined);
  }
}
