import { randomInt } from 'node:crypto';
import { newId } from '#kernel/id';
import { neighbours, word } from '#modules/house';
import { stewardRecord, stewardSource } from '#modules/identity';
import { subjectsOf, takeDelivery } from '#modules/intake';
import { sourcesById } from '#modules/sources';
import type { Tx } from '#platform/database';
import { ownTicket, ownTicketIdByKey } from './data/own.ts';

const words = word(20_000);

/** Takes what a customer writes in a ticket of theirs: it goes the way of everything else, through the front door. */
export async function replyInPortal(
  tx: Tx,
  customer: { id: string; name: string },
  ticketId: string,
  text: string | null,
  now: Date,
): Promise<boolean> {
  const said = words.safeParse(text);
  const ticket = said.success ? await ownTicket(tx, customer.id, ticketId) : null;
  const [source] = ticket ? await sourcesById(tx, [ticket.sourceId]) : [null];
  if (!said.success || !ticket || !source) return false;
  const id = newId();
  await takeDelivery(tx, subjectsOf(neighbours()), source, [
    {
      raw: { portal: id },
      signals: [
        {
          kind: 'message',
          eventId: `portal ${id}`,
          subjectKey: `portal:${id}`,
          at: now.toISOString(),
          body: {
            ticketKey: ticket.sourceKey,
            authorKind: 'customer',
            authorName: customer.name,
            isPublic: true,
            text: said.data,
          },
        },
      ],
    },
  ]);
  return true;
}

/** Takes a new question of a customer: a ticket of theirs, on the record that we keep of them. Answers with its id. */
export async function askInPortal(
  tx: Tx,
  customer: { id: string; name: string },
  asked: { subject: string | null; text: string | null },
  now: Date,
): Promise<string | null> {
  const subject = word(300).safeParse(asked.subject);
  const text = words.safeParse(asked.text);
  const record = await stewardRecord(tx, customer.id);
  if (!subject.success || !text.success || !record) return null;
  const id = newId();
  const person = { key: `customer:${record.customerId}` };
  const at = now.toISOString();
  await takeDelivery(tx, subjectsOf(neighbours()), await stewardSource(tx), [
    {
      raw: { portal: id },
      signals: [
        {
          kind: 'ticket',
          eventId: `portal ${id}`,
          subjectKey: `portal:${id}`,
          at,
          person,
          body: {
            number: `P${randomInt(100_000, 999_999)}`,
            subject: subject.data,
            status: 'new',
            channel: 'web',
            openedAt: at,
          },
        },
        {
          kind: 'message',
          eventId: `portal words ${id}`,
          subjectKey: `portal-words:${id}`,
          at,
          person,
          body: {
            ticketKey: `portal:${id}`,
            authorKind: 'customer',
            authorName: customer.name,
            isPublic: true,
            text: text.data,
          },
        },
      ],
    },
  ]);
  return ownTicketIdByKey(tx, record.customerId, `portal:${id}`);
}

/** Takes a word of a customer about what they allow us: a line in the ledger, with its proof. */
export async function sayConsent(
  tx: Tx,
  customerId: string,
  said: {
    purpose: string;
    channel: string;
    state: 'granted' | 'withdrawn';
    wording: string;
    address: string | null;
  },
  now: Date,
): Promise<void> {
  const record = await stewardRecord(tx, customerId);
  if (!record) return;
  const id = newId();
  await takeDelivery(tx, subjectsOf(neighbours()), await stewardSource(tx), [
    {
      raw: { portal: id },
      signals: [
        {
          kind: 'consent',
          eventId: `portal consent ${id}`,
          subjectKey: `portal-consent:${id}`,
          at: now.toISOString(),
          person: { key: `customer:${record.customerId}` },
          body: {
            purpose: said.purpose,
            channel: said.channel,
            state: said.state,
            wording: said.wording,
            evidence: {
              place: 'Customer portal',
              optInAt: now.toISOString(),
              ...(said.address ? { optInAddress: said.address } : {}),
            },
          },
        },
      ],
    },
  ]);
}
