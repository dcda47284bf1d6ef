import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { openPost, type Post } from '../../apps/api/src/modules/channels/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf } from '../../apps/api/src/modules/intake/index.ts';
import { holdLetter } from '../../apps/api/src/modules/outbox/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { silentLog } from '../../apps/api/src/platform/log/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { ensureDovecot, type MailServer, startMailServer } from '../support/mail-server.ts';

const there = ensureDovecot();
if (!there)
  process.stderr.write(
    'Not run: mail over SMTP and IMAP. It needs Dovecot and root (Debian: apt-get install dovecot-imapd).\n',
  );

describe.runIf(there)('Mail through real servers', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let server: MailServer;
  let post: Post;
  const ours = 'support@ours.example';

  const open = () =>
    openPost({
      database,
      subjects: subjectsOf(modules),
      log: silentLog,
      mail: {
        from: { name: 'Casa Marea', address: ours },
        imap: {
          host: '127.0.0.1',
          port: server.imapPort,
          secure: false,
          user: ours,
          password: server.password,
          folder: 'INBOX',
        },
        smtp: {
          host: '127.0.0.1',
          port: server.smtpPort,
          secure: false,
          user: undefined,
          password: undefined,
        },
      },
    });

  beforeAll(async () => {
    [fresh, server] = await Promise.all([freshDatabase(), startMailServer()]);
    layNeighbours(modules);
    database = await openDatabase({
      url: fresh.appUrl,
      entities: modules.flatMap(({ entities }) => entities ?? []),
    });
    post = open();
    await eventually(async () =>
      expect(await database.query('SELECT last_uid FROM mailbox_place')).toHaveLength(1),
    );
  });
  afterAll(async () => {
    await post?.close();
    await server?.close();
    await database?.close();
    await fresh?.drop();
  });

  const send = (mail: { subject: string; text: string; inReplyTo?: string; messageId?: string }) =>
    createTransport({ host: '127.0.0.1', port: server.smtpPort, ignoreTLS: true }).sendMail({
      from: 'Ana Popescu <ana@customer.example>',
      to: ours,
      ...mail,
    });
  const tickets = () =>
    database.query<{
      id: string;
      subject: string;
      customer_id: string;
      source_record_id: string;
      source_key: string;
    }>('SELECT * FROM ticket ORDER BY opened_at, id');
  const messages = () => database.query<{ body: string }>('SELECT body FROM message ORDER BY at, id');
  const write = async (to: string, answers: string | null) => {
    const [ticket] = await tickets();
    return database.transaction((tx) =>
      holdLetter(
        tx,
        {
          channel: 'email',
          purpose: 'reply',
          subjectType: 'Message',
          subjectId: ticket!.id,
          customerId: ticket!.customer_id,
          sourceRecordId: ticket!.source_record_id,
          toAddress: to,
          toName: 'Ana Popescu',
          subject: 'Re: It loops',
          body: 'Please clear the cookies of “ours.example”.',
          language: 'en',
          threadKey: ticket!.id,
          answersExternalId: answers,
          authorId: null,
          authorName: 'Tom (Casa Marea)',
        },
        // As if it had been held for its ten seconds.
        new Date(Date.now() - 60_000),
      ),
    );
  };

  it('a mail that a customer sends becomes a ticket while we watch', async () => {
    await send({ subject: 'It loops', text: 'After I log in.', messageId: '<a1@customer.example>' });
    await eventually(async () =>
      expect((await tickets()).map(({ subject }) => subject)).toEqual(['It loops']),
    );
    expect(await messages()).toEqual([{ body: 'After I log in.' }]);
  });

  it('our answer arrives in the customer’s thread, and what they answer to it comes into the same ticket', async () => {
    const { id } = await write('ana@customer.example', '<a1@customer.example>');
    await eventually(() => expect(server.sent.some(({ to }) => to[0] === 'ana@customer.example')).toBe(true));
    const { raw, from } = server.sent.find(({ to }) => to[0] === 'ana@customer.example')!;
    expect(from).toBe(ours);
    expect(raw).toContain(`Message-ID: <${id}@ours.example>`);
    expect(raw).toContain('In-Reply-To: <a1@customer.example>');
    expect(raw).not.toContain('Auto-Submitted');
    await eventually(async () =>
      expect(await database.query('SELECT state FROM letter WHERE id = $1', [id])).toEqual([
        { state: 'sent' },
      ]),
    );

    await send({
      subject: 'Re: It loops',
      text: 'It works.\n\nOn Monday, Casa Marea wrote:\n> Please',
      inReplyTo: '<a1@customer.example>',
    });
    await eventually(async () => expect((await messages()).at(-1)).toEqual({ body: 'It works.' }));
    expect(await tickets()).toHaveLength(1);
  });

  it('a letter to an address that does not exist fails for good and says why', async () => {
    server.unknown.add('nobody@customer.example');
    const { id } = await write('nobody@customer.example', null);
    await eventually(async () => {
      const [letter] = await database.query<{ state: string; trouble: string }>(
        'SELECT state, trouble FROM letter WHERE id = $1',
        [id],
      );
      expect(letter).toMatchObject({ state: 'failed', trouble: expect.stringContaining('No such user') });
    });
  });

  it('what came while nobody watched is taken in afterwards, once and in order', async () => {
    await post.close();
    for (const n of [1, 2, 3]) await send({ subject: `While away ${n}`, text: `${n}` });
    post = open();
    await eventually(async () =>
      expect((await tickets()).map(({ subject }) => subject).slice(1)).toEqual([
        'While away 1',
        'While away 2',
        'While away 3',
      ]),
    );
    await post.close();
    post = open();
    await send({ subject: 'The last', text: '4' });
    await eventually(async () => expect(await tickets()).toHaveLength(5));
  });
});
