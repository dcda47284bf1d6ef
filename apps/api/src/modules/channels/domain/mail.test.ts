import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.ts';
import { parseMail } from './parse-mail.ts';
import { signalsOfMail } from './signals-of-mail.ts';
import { isFinal, weighMail } from './weigh-mail.ts';

const mail = (head: string, body = 'Hello', more = '') =>
  parseMail(
    Buffer.from(`${head.trim().replaceAll('\n', '\r\n')}\r\n${more}\r\n${body.replaceAll('\n', '\r\n')}`),
  );
const ana = `From: Ana Popescu <Ana@Customer.example>
To: support@ours.example
Subject: It loops
Message-ID: <1@customer.example>`;
const ours = ['support@ours.example'];

describe('A mail', () => {
  it('is read with its names in any alphabet and any old encoding', async () => {
    const read = await mail(`From: =?UTF-8?B?0JjQstCw0L0g0JjQstCw0L3QvtCy?= <ivan@customer.example>
Subject: =?windows-1251?B?z/Do4uXy?=
Message-ID: <2@customer.example>
Content-Type: text/plain; charset=iso-8859-2
Content-Transfer-Encoding: 8bit`);
    expect(read).toMatchObject({
      fromName: 'Иван Иванов',
      fromAddress: 'ivan@customer.example',
      subject: 'Привет',
    });
  });

  it('of HTML alone is read as a person would, and nothing in it runs or is fetched', async () => {
    const { text } = await mail(
      ana,
      '<html><head><style>p{}</style></head><body><script>steal()</script><p>Good &amp; bad<br>second line</p><img src="http://spy.example/x.gif"><a href="https://ours.example/a">here</a></body></html>',
      'Content-Type: text/html; charset=utf-8\r\n',
    );
    expect(text).toBe('Good & bad\nsecond line\n\nhere (https://ours.example/a)');
  });

  it('without an id gets one out of its bytes, the same every time', async () => {
    const head = 'From: ana@customer.example\nSubject: x';
    const [one, two, other] = await Promise.all([mail(head), mail(head), mail(head, 'Other')]);
    expect(one.messageId).toBe(two.messageId);
    expect(one.messageId).not.toBe(other.messageId);
    expect(one.messageId).toMatch(/^<[0-9a-f]{32}@without-id\.invalid>$/);
  });

  it.each([
    ['nothing at all', ''],
    ['no header', 'garbage \u0000 without headers'],
    [
      'a boundary that never comes',
      'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--y\r\n\r\nz',
    ],
    [
      'an encoding that does not exist',
      'From: a@b.example\r\nContent-Type: text/plain; charset=klingon\r\n\r\nqapla',
    ],
    [
      'half of a base64',
      'From: a@b.example\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8gd29ybGQ*&^%$',
    ],
    ['headers in a loop of folds', `From: a@b.example\r\n${'\t'.repeat(5_000)}\r\n\r\nx`],
  ])('with %s is read as far as it goes', async (_, raw) => {
    const read = await parseMail(Buffer.from(raw));
    expect(read.messageId).toMatch(/^<.+>$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
    expect(read.text + read.subject).not.toMatch(/\u0000/);
  });

  it('that hides parts in parts in parts, or sends headers without an end, is refused and not read for ever', async () => {
    let deep = 'Content-Type: text/plain\r\n\r\nx';
    for (let level = 0; level < 60; level += 1)
      deep = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${deep}\r\n--b${level}--`;
    await expect(parseMail(Buffer.from(`From: a@b.example\r\n${deep}`))).rejects.toThrow(/nest/i);
    const headers = Array.from({ length: 6_000 }, (_, n) => `X-${n}: ${'y'.repeat(60)}`).join('\r\n');
    await expect(parseMail(Buffer.from(`${headers}\r\n\r\nx`))).rejects.toThrow(/header/i);
  });

  it('of ten megabytes is cut to what a person would read', async () => {
    const { text } = await mail(ana, 'word '.repeat(2_000_000));
    expect(text.length).toBe(150_000);
  });
});

describe('Who wrote a mail', () => {
  it.each([
    ['a person', '', 'message'],
    ['somebody who is away', 'Auto-Submitted: auto-replied', 'auto-reply'],
    ['a person, by a system that says so', 'Auto-Submitted: no', 'message'],
    ['an old machine', 'X-Autoreply: yes', 'auto-reply'],
    ['a machine that wants no answer', 'Return-Path: <>', 'auto-reply'],
    ['a newsletter', 'List-Id: <news.example>', 'list'],
    ['mass mail', 'Precedence: bulk', 'list'],
  ])('%s', async (_, header, kind) => {
    expect(weighMail(await mail(`${ana}\n${header}`.trim()), ours)).toBe(kind);
  });

  it('is not a customer when it is ourselves, or the mail server', async () => {
    expect(weighMail(await mail('From: support@ours.example\nSubject: x'), ours)).toBe('own');
    expect(weighMail(await mail('From: MAILER-DAEMON@mx.example\nSubject: Undelivered'), ours)).toBe(
      'bounce',
    );
  });

  it('a mail server’s report says of which mail, for whom and why; a delay is not the end', async () => {
    const report = (action: string, status: string) =>
      mail(
        'From: MAILER-DAEMON@mx.example\nSubject: Undelivered',
        `--b\nContent-Type: text/plain\n\nSorry\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ana@customer.example\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 no such user\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <letter@ours.example>\nSubject: Re: x\n\nbody\n--b--\n`,
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n',
      );
    const failed = await report('failed', '5.1.1');
    expect(failed.report).toEqual({
      action: 'failed',
      status: '5.1.1',
      recipient: 'ana@customer.example',
      diagnostic: '550 no such user',
      about: '<letter@ours.example>',
    });
    expect(weighMail(failed, ours)).toBe('bounce');
    expect(isFinal(failed)).toBe(true);
    expect(isFinal(await report('delayed', '4.4.1'))).toBe(false);
  });
});

describe('What somebody wrote themselves', () => {
  it.each([
    ['On Mon, 2 Mar 2026 at 10:00, Ancora <support@ours.example> wrote:', 'en'],
    ['Il giorno lun 2 mar 2026 alle ore 10:00 Ancora ha scritto:', 'it'],
    ['Le lun. 2 mars 2026 à 10:00, Ancora a écrit :', 'fr'],
    ['În lun., 2 mar. 2026 la 10:00, Ancora a scris:', 'ro'],
    ['-----Original Message-----', 'Outlook'],
    ['On Mon, 2 Mar 2026 at 10:00, Ancora\n<support@ours.example> wrote:', 'broken over two lines'],
  ])('ends at “%s” (%s)', (introduction) => {
    expect(ownWords(`It works now.\n\nThank you!\n\n${introduction}\n> Try this\n> please`)).toBe(
      'It works now.\n\nThank you!',
    );
  });

  it('ends at the signature', () => {
    expect(ownWords('Yes.\n\n-- \nAna Popescu\nBuyer')).toBe('Yes.');
  });

  it('is everything where the answers stand between the questions, or where nothing else is there', () => {
    const between = '> Does it work?\nYes.\n> And on Safari?\nNo.';
    expect(ownWords(between)).toBe(between);
    expect(ownWords('> only a quote')).toBe('> only a quote');
    expect(ownWords('On Monday we wrote to you. Nothing came.')).toBe(
      'On Monday we wrote to you. Nothing came.',
    );
  });
});

describe('What a mail tells the front door', () => {
  const at = new Date('2026-03-02T09:00:00Z');

  it('is a ticket and its first message; an answer is a message alone', async () => {
    const first = await mail(ana.replace('It loops', 'Fwd: Re: It loops'));
    const [ticket, message] = signalsOfMail(first, { ticketKey: 'mail:M7', isNew: true }, at);
    expect(ticket).toMatchObject({
      kind: 'ticket',
      subjectKey: 'mail:M7',
      person: { emails: ['ana@customer.example'], profile: { fullName: 'Ana Popescu' } },
      body: { subject: 'It loops', status: 'new', channel: 'email' },
    });
    expect(message).toMatchObject({
      kind: 'message',
      subjectKey: '<1@customer.example>',
      body: { ticketKey: 'mail:M7', text: 'Hello', authorKind: 'customer' },
    });
    const answer = signalsOfMail(first, { ticketKey: 'ticket:9', isNew: false }, at);
    expect(answer.map(({ kind }) => kind)).toEqual(['message']);
  });

  it('takes no address for a name, and says what was attached', async () => {
    const read = await mail(
      'From: "ana@customer.example" <ana@customer.example>\nSubject:\nMessage-ID: <3@x>',
      '--b\n\n\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="bill.pdf"\n\nx\n--b--',
      'Content-Type: multipart/mixed; boundary=b\r\n',
    );
    const [ticket, message] = signalsOfMail(read, { ticketKey: 'mail:M8', isNew: true }, at);
    expect(ticket?.person?.profile).toBeUndefined();
    expect(message?.body).toMatchObject({ text: '📎 bill.pdf' });
    expect(ticket?.body).toMatchObject({ subject: '📎 bill.pdf' });
  });
});
