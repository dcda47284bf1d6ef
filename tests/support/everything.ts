import { takeMail } from '../../apps/api/src/modules/channels/index.ts';
import { askForPerson, openChat } from '../../apps/api/src/modules/chat/index.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import { type Subjects, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { holdLetter } from '../../apps/api/src/modules/outbox/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import type { Database } from '../../apps/api/src/platform/database/index.ts';

/** Of whom everything is told. */
export const peopleOfEverything = ['Ada Byron', 'Boris Vian', 'Chiara Rossi', 'Dănuț Pop', 'Élodie Martin'];
const systems = ['hubspot', 'zendesk'];

/** Something of every kind that can happen to a person: a new kind needs a line here, and its rows are then held to the laws below. */
export const happenings: Record<string, (key: string, n: number) => object> = {
  person: () => ({}),
  touch: (_, n) => ({
    kind: n % 2 ? 'opened' : 'clicked',
    campaignKey: 'campaign:1',
    campaignName: 'Spring',
  }),
  consent: (_, n) => ({ state: n % 2 ? 'granted' : 'withdrawn', evidence: { place: 'A form' } }),
  deal: (_, n) => ({
    name: `Deal ${n}`,
    pipelineName: 'Sales',
    stageName: n % 3 ? 'Offer' : 'Won',
    ...(n % 3 ? {} : { outcome: 'won' }),
    amount: 1_000 + n,
    currency: 'EUR',
  }),
  order: (_, n) => ({
    number: `A-${n}`,
    currency: 'EUR',
    total: 10 + n,
    lines: [{ key: '1', productName: 'Oven', quantity: n + 1, unitPrice: 9.95 }],
  }),
  ticket: (_, n) => ({ number: `T${n}`, subject: `It is cold ${n}`, status: n % 2 ? 'open' : 'solved' }),
  message: (key) => ({
    ticketKey: key.replace('message', 'ticket'),
    authorKind: 'customer',
    text: 'Still cold',
  }),
  note: (_, n) => ({ text: `Likes tea ${n}`, department: 'sales', forDepartmentOnly: n % 2 === 0 }),
  task: (_, n) => ({ title: `Call ${n}`, dueOn: '2026-12-01' }),
  'case-event': (key, n) => ({
    caseKey: key,
    activity: n % 2 ? 'Taken in charge' : 'Resolved',
    owner: `Agent ${n}`,
  }),
  answer: (_, n) => ({ instrument: 'nps', channel: 'email', value: n % 11, comment: `Because ${n}` }),
  review: (_, n) => ({ site: 'shop', rating: 1 + (n % 5), productName: 'Oven', text: `It warms ${n}` }),
  'heard-of': (_, n) => ({ way: n % 2 ? 'search' : 'recommendation', words: `A friend ${n}` }),
  referral: (_, n) => ({ channel: 'link', code: `friend-${n}` }),
  promise: (_, n) => ({
    words: `We call back ${n}`,
    kind: 'call-back',
    madeAt: '2026-01-05T09:00:00Z',
    dueAt: '2026-01-09T17:00:00Z',
    ...(n % 2 ? { doneAt: '2026-01-09T16:00:00Z' } : {}),
  }),
  interaction: (_, n) => ({ channel: 'phone', direction: 'inbound', durationSeconds: 60 + n }),
  content: (_, n) => ({ translations: [{ language: 'en', title: `Guide ${n}`, body: 'Words' }] }),
  'content-use': (key) => ({ contentKey: key.replace('content-use', 'content') }),
};

/** Kinds that bring nothing of a person, or that move people instead. */
export const ofNobody = ['campaign', 'company', 'merge', 'pipeline', 'product', 'staff'];

/** Tells something of every kind of five people, each known to two systems. */
export async function tellEverything(db: Database, subjects: Subjects): Promise<void> {
  for (const [place, system] of systems.entries()) {
    const source = await db.transaction((tx) => ensureSource(tx, system, system));
    const signals = peopleOfEverything.flatMap((fullName, who) =>
      Object.entries(happenings).map(([kind, body], at): Signal => {
        const key = `${kind}:${who}`;
        const n = who * systems.length + place;
        return {
          kind,
          eventId: key,
          subjectKey: key,
          at: new Date(Date.UTC(2026, n, 1 + at)).toISOString(),
          person: {
            key: `p${who}`,
            emails: [`p${who}@example.org`],
            profile: { fullName, city: `City ${n}`, tags: [`tag ${n}`] },
          },
          companies: [{ name: `Company ${n}`, role: 'Buyer' }],
          body: body(key, n),
        };
      }),
    );
    const outcomes = await db.transaction((tx) => takeIn(tx, subjects, source, signals));
    const left = outcomes.find(({ outcome }) => outcome !== 'taken');
    if (left) throw new Error(`Not taken in: ${JSON.stringify(left)}`);
  }
  await writeLetters(db);
  await sendMails(db, subjects);
  await talk(db, subjects);
  await planSurveys(db);
  await writeByChannels(db);
}

/** Everybody will be asked how it was. */
async function planSurveys(db: Database): Promise<void> {
  await db.query(
    `WITH asks AS (INSERT INTO survey (id, name, occasion, instrument, look, asks_why, delay_minutes, rest_days, needs_consent, low_move)
                   VALUES (gen_random_uuid(), 'After a ticket', 'ticket-solved', 'csat', 'numbers', true, 60, 30, false, 'nothing') RETURNING id)
     INSERT INTO survey_invitation (id, survey_id, event_key, customer_id, source_record_id, channel, instrument, look, asks_why, language, happened_at, due_at, state)
     SELECT gen_random_uuid(), asks.id, 'ticket ' || t.id, t.customer_id, t.source_record_id, 'email', 'csat', 'numbers', true, 'en', t.opened_at, t.opened_at, 'waiting'
       FROM ticket t, asks WHERE t.source_record_id IS NOT NULL`,
  );
}

/** Everybody wrote by a channel, said which one they like, and came into the portal. */
async function writeByChannels(db: Database): Promise<void> {
  await db.query(
    `WITH way AS (INSERT INTO channel (id, provider, name, address, source_id, created_at)
                  SELECT gen_random_uuid(), 'webhook', 'Ours', '', id, now() FROM source LIMIT 1 RETURNING id),
          whose AS (SELECT t.id, t.customer_id, t.source_record_id FROM ticket t WHERE t.source_record_id IS NOT NULL),
          talk AS (INSERT INTO conversation (id, channel_id, peer, to_address, thread_key, opened_at, last_in_at, last_at, source_record_id, customer_id)
                   SELECT gen_random_uuid(), way.id, whose.id::text, '', 'talk:' || whose.id, now(), now(), now(), source_record_id, customer_id FROM whose, way),
          event AS (INSERT INTO channel_event (id, channel_id, event_key, received_at, raw, outcome, source_record_id, customer_id)
                    SELECT gen_random_uuid(), way.id, whose.id::text, now(), '{}', 'message', source_record_id, customer_id FROM whose, way),
          wish AS (INSERT INTO channel_wish (id, channel, at, source_record_id, customer_id)
                   SELECT gen_random_uuid(), 'sms', now(), source_record_id, customer_id FROM whose),
          skip AS (INSERT INTO heard_of_skip (id, via, at, source_record_id, customer_id)
                   SELECT gen_random_uuid(), 'portal', now(), source_record_id, customer_id FROM whose)
     INSERT INTO portal_pass (id, kind, token_hash, email, created_at, expires_at, source_record_id, customer_id)
     SELECT gen_random_uuid(), 'session', whose.id::text, '', now(), now(), source_record_id, customer_id FROM whose`,
  );
}

/** Everybody comes to our web site and asks for a person. */
async function talk(db: Database, subjects: Subjects): Promise<void> {
  for (const [who, name] of peopleOfEverything.entries()) {
    const now = new Date(Date.UTC(2026, 11, 2, who));
    await db.transaction(async (tx) => {
      const { chat } = await openChat(tx, {}, now);
      await askForPerson(tx, subjects, chat.id, { name, email: `p${who}@example.org` }, now);
    });
  }
}

/** What people write to us themselves. */
async function sendMails(db: Database, subjects: Subjects): Promise<void> {
  for (const [who, name] of peopleOfEverything.entries()) {
    const raw = Buffer.from(
      `From: ${name} <p${who}@example.org>\r\nMessage-ID: <${who}@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nCold\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="note.txt"\r\n\r\nNote ${who}\r\n--b--`,
    );
    await takeMail(db, subjects, {
      mailbox: 'support@ours.example',
      ourAddresses: [],
      raw,
      sizeBytes: raw.length,
      receivedAt: new Date(Date.UTC(2026, 11, 1)),
    });
  }
}

/** What we send hangs on a record, too, but no source tells of it. */
async function writeLetters(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const tickets = await tx.query<{ id: string; customerId: string; sourceRecordId: string }>(
      'SELECT id, customer_id AS "customerId", source_record_id AS "sourceRecordId" FROM ticket WHERE source_record_id IS NOT NULL ORDER BY id',
    );
    for (const { id, ...whose } of tickets)
      await holdLetter(
        tx,
        {
          channel: 'email',
          purpose: 'reply',
          subjectType: 'Message',
          subjectId: id,
          ...whose,
          toAddress: 'p@example.org',
          toName: null,
          subject: 'Re: It is cold',
          body: 'Come in',
          language: null,
          threadKey: id,
          answersExternalId: null,
          authorId: null,
          authorName: 'Sam',
        },
        new Date(0),
      );
  });
}
