import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type AuditedSubject, recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockLetter, putLetters } from './data/letters.ts';
import { type Letter, revived } from './domain/letter.ts';
import { tellSubjects } from './tell-subjects.ts';

/** Why a letter was not sent again. */
export interface SendAgainRefusal {
  code: 'NOT_FOUND' | 'NOT_FAILED';
  message: string;
  field: string | null;
}

/** Sends a letter again that could not be delivered; whoever put it into the outbox hears that it waits once more. */
export async function sendAgain(
  tx: Tx,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<Letter, SendAgainRefusal>> {
  const letter = isId(id) ? await lockLetter(tx, id) : null;
  if (!letter) return refuse({ code: 'NOT_FOUND', message: 'There is no such letter.', field: 'id' });
  if (letter.state !== 'failed')
    return refuse({
      code: 'NOT_FAILED',
      message: 'It does not lie dead: nothing is sent twice.',
      field: 'id',
    });
  const after = revived(letter, now);
  await putLetters(tx, [after]);
  await recordAudit(tx, viewer, {
    action: 'send-letter-again',
    // Letters are queued for what the trail knows; the column only says text.
    subjectType: letter.subjectType as AuditedSubject,
    subjectId: letter.subjectId,
    ...(letter.customerId ? { customerId: letter.customerId } : {}),
    details: { channel: letter.channel, trouble: letter.trouble },
  });
  await tellSubjects(tx, [after]);
  return accept(after);
}
