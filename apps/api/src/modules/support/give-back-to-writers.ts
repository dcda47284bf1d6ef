import { movedBetween } from '#modules/house';
import { handOver } from '#modules/sources';
import { untellSubjects } from '#modules/timeline';
import type { Tx } from '#platform/database';
import { messagesFollow } from './data/messages.ts';
import { ownersByMessages } from './data/stub-owners.ts';
import { ticketFactKeys } from './domain/ticket.ts';

/**
 * Tickets of which only messages tell any more are whoever's wrote first, or nobody's, as if nothing else had ever been said; what was
 * written goes along. Answers with who had them and whose they are.
 */
export async function giveBackToWriters(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<string[]> {
  const given = await ownersByMessages(tx, sourceId, subjectKeys);
  if (given.length === 0) return [];
  messagesFollow(
    tx,
    given.map(({ id, now }) => ({ ...now, ticketId: id })),
  );
  const moved = given.flatMap(({ id, sourceKey, before, now }) =>
    movedBetween(before, now, { keys: ticketFactKeys(sourceKey), about: { type: 'Ticket', id } }),
  );
  await handOver(tx, 'timeline_entry', moved);
  const nobodys = given.filter(({ now }) => !now.sourceRecordId);
  if (nobodys.length > 0)
    await untellSubjects(
      tx,
      'Ticket',
      nobodys.map(({ id }) => id),
      nobodys.flatMap(({ before }) => before.sourceRecordId ?? []),
    );
  return given.flatMap(({ before, now }) => [before.customerId ?? [], now.customerId ?? []].flat());
}
