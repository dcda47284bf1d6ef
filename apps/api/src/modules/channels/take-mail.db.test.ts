import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { layNeighbours } from '#modules/house';
import { subjectsOf } from '#modules/intake';
import { holdLetter } from '#modules/outbox';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { takeMail } from './index.ts';

let fresh: FreshDatabase;
let database: Database;
const subjects = subjectsOf(modules);
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

let hour = 0;
const take = (head: string, body = 'Hello', more: Partial<Parameters<typeof takeMail>[2]> = {}) => {
  const raw = Buffer.from(`${head.trim().replaceAll('\n', '\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`);
  return takeMail(database, subjects, {
    mailbox: 'support@ours.example',
    ourAddresses: [],
    raw,
    sizeBytes: raw.length,
    receivedAt: new Date(Date.UTC(2026, 2, 2, ++hour)),
    ...more,
  });
};
const from = (address: string, id: string, more = '') =>
  `From: Ana Popescu <${address}>\nSubject: It loops\nMessage-ID: <${id}>${more && `\n${more}`}`;
const kept = async (id: string) =>
  (
    await database.query<{
      outcome: string;
      reason: string | null;
      thread_key: string | null;
      customer_id: string | null;
      source_record_id: string | null;
    }>('SELECT * FROM mail WHERE message_id = $1', [`<${id}>`])
  )[0];
const messagesOf = (ticketKey: string | null | undefined) =>
  database.query<{ body: string }>(
    'SELECT m.body FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE t.source_key = $1 ORDER BY m.at',
    [ticketKey],
  );

describe('A mail that comes in', () => {
  it('opens a ticket of the customer whose address it is, with a number people can say', async () => {
    expect(await take(from('ana@one.example', '1@one.example'))).toBe('ticket');
    const mail = await kept('1@one.example');
    expect(mail?.thread_key).toMatch(/^mail:M\d+$/);
    const tickets = await database.query<{
      number: string;
      subject: string;
      channel: string;
      customer_id: string;
    }>('SELECT number, subject, channel, customer_id FROM ticket WHERE source_key = $1', [mail?.thread_key]);
    expect(tickets).toEqual([
      {
        number: mail?.thread_key?.slice(5),
        subject: 'It loops',
        channel: 'email',
        customer_id: mail?.customer_id,
      },
    ]);
    expect(mail?.source_record_id).not.toBeNull();

    expect(await take(from('ana@one.example', '1b@one.example'))).toBe('ticket');
    expect((await kept('1b@one.example'))?.customer_id).toBe(mail?.customer_id);
  });

  it('is taken once, however often the mailbox hands it over', async () => {
    expect(await take(from('ana@two.example', '2@two.example'))).toBe('ticket');
    expect(await take(from('ana@two.example', '2@two.example'))).toBe('known');
    expect(await messagesOf((await kept('2@two.example'))?.thread_key)).toHaveLength(1);
  });

  it('that answers another one goes into its ticket, without what it quotes', async () => {
    await take(from('ana@three.example', '3@three.example'));
    const answer = from(
      'ana@three.example',
      '4@three.example',
      'References: <0@elsewhere> <3@three.example>',
    );
    expect(await take(answer, 'Still.\n\nOn Monday, Ana Popescu wrote:\n> Hello')).toBe('message');
    expect(await messagesOf((await kept('3@three.example'))?.thread_key)).toEqual([
      { body: 'Hello' },
      { body: 'Still.' },
    ]);
  });

  it('of somebody who is away is kept beside what it answers, and opens nothing', async () => {
    await take(from('ana@four.example', '5@four.example'));
    const away = from(
      'ana@four.example',
      '6@four.example',
      'Auto-Submitted: auto-replied\nIn-Reply-To: <5@four.example>',
    );
    expect(await take(away)).toBe('noted');
    const [first, second] = [await kept('5@four.example'), await kept('6@four.example')];
    expect(second).toMatchObject({ outcome: 'noted', thread_key: first?.thread_key });
    expect(await messagesOf(first?.thread_key)).toHaveLength(1);
  });

  it('between two machines that answer each other comes to an end at the first', async () => {
    const before = await database.query('SELECT id FROM ticket');
    for (let turn = 0; turn < 20; turn += 1)
      expect(
        await take(
          from(
            'robot@five.example',
            `loop${turn}@five.example`,
            'Auto-Submitted: auto-generated\nPrecedence: bulk',
          ),
        ),
      ).toBe('noted');
    expect(await database.query('SELECT id FROM ticket')).toHaveLength(before.length);
    expect(await database.query("SELECT id FROM letter WHERE channel = 'email'")).toHaveLength(0);
  });

  it('that says a letter of ours did not arrive makes that letter failed, with the reason', async () => {
    const letter = await database.transaction((tx) =>
      holdLetter(
        tx,
        {
          channel: 'email',
          purpose: 'reply',
          subjectType: 'Message',
          subjectId: newId(),
          customerId: null,
          sourceRecordId: null,
          toAddress: 'gone@six.example',
          toName: null,
          subject: 'Re: x',
          body: 'y',
          language: null,
          threadKey: 't',
          answersExternalId: null,
          authorId: null,
          authorName: null,
        },
        new Date(),
      ),
    );
    await database.query(`UPDATE letter SET state = 'sent', external_id = $2 WHERE id = $1`, [
      letter.id,
      `<${letter.id}@ours.example>`,
    ]);
    const report = `From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nMessage-ID: <7@mx.example>\nContent-Type: multipart/report; boundary=b`;
    const body = `--b\n\nSorry\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; gone@six.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <${letter.id}@ours.example>\n\n--b--`;
    expect(await take(report, body)).toBe('bounced');
    expect(await database.query('SELECT state, trouble FROM letter WHERE id = $1', [letter.id])).toEqual([
      { state: 'failed', trouble: 'gone@six.example: 550 no such user' },
    ]);
  });

  it.each([
    [
      'that cannot be read',
      `From: a@seven.example\nMessage-ID: <8@seven.example>\n${'X-Long: y\n'.repeat(40_000)}`,
      {},
      'unreadable',
    ],
    [
      'that is too large to fetch',
      'ignored',
      {
        raw: null,
        sizeBytes: 90_000_000,
        envelope: { messageId: '<9@seven.example>', fromAddress: 'a@seven.example', subject: 'Big' },
      },
      'too-large',
    ],
    ['that says nobody wrote it', 'Subject: x\nMessage-ID: <10@seven.example>', {}, 'unreadable'],
  ] as const)('%s is kept, with the reason, and hinders nobody', async (_, head, more, outcome) => {
    expect(await take(head, 'x', more)).toBe(outcome);
    const rows = await database.query<{ reason: string }>(
      'SELECT reason FROM mail WHERE outcome = $1 ORDER BY number DESC LIMIT 1',
      [outcome],
    );
    expect(rows[0]?.reason).toMatch(/^It /);
    expect(await take(from('ana@seven.example', `after-${outcome}-${hour}@seven.example`))).toBe('ticket');
  });

  it('moves the place in the mailbox in the same transaction', async () => {
    await take(from('ana@eight.example', '11@eight.example'), 'Hello', {
      place: { uidValidity: 5, lastUid: 17 },
    });
    expect(
      await database.query('SELECT uid_validity, last_uid FROM mailbox_place WHERE mailbox = $1', [
        'support@ours.example',
      ]),
    ).toEqual([{ uid_validity: 5, last_uid: 17 }]);
  });
});
