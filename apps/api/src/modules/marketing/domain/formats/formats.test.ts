import { describe, expect, it } from 'vitest';
import { readRow, signalsOfRow } from '../../../../../../../tests/support/read-row.ts';
import { bankContacts } from './bank-contacts.ts';
import { hubspotForms } from './hubspot-forms.ts';
import { mailchimpAudience } from './mailchimp-audience.ts';
import { mailchimpActivity, mailchimpUnsubscribes } from './mailchimp-campaigns.ts';
import { mailchimpMembers } from './mailchimp-members.ts';
import { memberKey, readTags } from './mailchimp-words.ts';

const member = {
  'Email Address': 'Ada@Example.com',
  OPTIN_TIME: '2026-01-01 10:00:00',
  OPTIN_IP: '192.0.2.1',
  EUID: 'e1',
  TAGS: '"a ""b""","c, d"',
};
const consentOf = (cells: Record<string, string>, fileName?: string) =>
  signalsOfRow(mailchimpAudience, cells, fileName ? { fileName } : {}).find(({ kind }) => kind === 'consent');

describe('which file of Mailchimp a row is in is its consent', () => {
  it('subscribed, by the name of the file, with the proof of it', () => {
    expect(consentOf(member, 'subscribed_segment_export_1.csv')).toMatchObject({
      at: '2026-01-01T10:00:00.000Z',
      body: {
        state: 'granted',
        evidence: { optInAt: '2026-01-01T10:00:00.000Z', optInAddress: '192.0.2.1' },
      },
    });
  });

  it.each([
    [{ UNSUB_TIME: '2026-02-01 08:00:00', UNSUB_REASON: 'NORMAL' }, 'export.csv', 'NORMAL'],
    [
      { CLEAN_TIME: '2026-02-01 08:00:00', CLEAN_CAMPAIGN_TITLE: 'Feb' },
      'export.csv',
      'mails bounced, after Feb',
    ],
    [{ LAST_CHANGED: '2026-02-01 08:00:00' }, 'cleaned_members.csv', 'mails bounced'],
  ])('withdrawn when it says %j', (more, fileName, reason) => {
    expect(consentOf({ ...member, ...more }, fileName)).toMatchObject({
      at: '2026-02-01T08:00:00.000Z',
      body: { state: 'withdrawn', evidence: { reason } },
    });
  });

  it.each(['members.csv', 'nonsubscribed_members.csv', 'non-subscribed.csv'])(
    'nothing is said of consent in %s',
    (fileName) => {
      expect(consentOf(member, fileName)).toBeUndefined();
    },
  );

  it('what whoever brings it says, where its name says nothing', () => {
    const said = (audienceFile: 'subscribed' | 'unsubscribed' | 'nonsubscribed') =>
      signalsOfRow(mailchimpAudience, member, { fileName: 'export.csv', audienceFile }).find(
        ({ kind }) => kind === 'consent',
      )?.body;
    expect(said('subscribed')).toMatchObject({ state: 'granted' });
    expect(said('unsubscribed')).toMatchObject({ state: 'withdrawn' });
    expect(said('nonsubscribed')).toBeUndefined();
  });

  it('a file of those who left is never taken for one of those who stay', () => {
    expect(consentOf(member, 'unsubscribed_members.csv')?.body).toMatchObject({ state: 'withdrawn' });
  });

  it('knows a member by the hash of the mailbox, whatever its case, and reads quoted tags', () => {
    const [person] = signalsOfRow(mailchimpAudience, member);
    expect(person?.person?.key).toBe(memberKey('ada@example.com'));
    expect(person?.person?.profile?.tags).toEqual(['a "b"', 'c, d']);
    expect(readTags('"newsletter","buyer"')).toEqual(['newsletter', 'buyer']);
    expect(readTags('plain, tags')).toEqual(['plain', 'tags']);
  });
});

describe('members and mails of Mailchimp', () => {
  it.each([
    ['subscribed', 'granted'],
    ['unsubscribed', 'withdrawn'],
    ['cleaned', 'withdrawn'],
    ['pending', undefined],
    ['constructor', undefined],
  ])('a member that is %s has %s', (status, state) => {
    const cells = {
      id: 'm1',
      email_address: 'a@example.com',
      status,
      timestamp_opt: '2026-01-01',
      last_changed: '2026-02-01',
      merge_fields: { FNAME: 'Ada' },
    };
    const signals = signalsOfRow(mailchimpMembers, cells);
    expect(signals[0]?.person?.profile?.givenName).toBe('Ada');
    expect((signals[1]?.body as { state?: string } | undefined)?.state).toBe(state);
  });

  it('a click is a touch of its campaign, once however often it is read', () => {
    const click = {
      action: 'click',
      campaign_id: 'c',
      member_id: 'm',
      timestamp: '2026-01-01 10:00:00',
      url: 'https://example.com',
    };
    const [first] = signalsOfRow(mailchimpActivity, click);
    expect(first).toMatchObject({
      person: { key: 'member:m' },
      body: { kind: 'clicked', campaignKey: 'campaign:c', url: 'https://example.com' },
    });
    expect(signalsOfRow(mailchimpActivity, click)[0]?.eventId).toBe(first?.eventId);
    expect(readRow(mailchimpActivity, { ...click, action: 'toString' })).toMatchObject({
      refusal: { code: 'bad-action' },
    });
    expect(readRow(mailchimpActivity, { ...click, timestamp: '' })).toMatchObject({
      refusal: { code: 'missing-date' },
    });
  });

  it('who leaves is a touch and a withdrawal', () => {
    const row = {
      campaign_id: 'c',
      member_id: 'm',
      list_id: 'l',
      timestamp: '2026-01-01',
      reason: 'Too often',
    };
    expect(signalsOfRow(mailchimpUnsubscribes, row).map(({ kind, body }) => [kind, body])).toEqual([
      ['touch', { kind: 'unsubscribed', channel: 'email', campaignKey: 'campaign:c' }],
      [
        'consent',
        { purpose: 'marketing', channel: 'email', state: 'withdrawn', evidence: { reason: 'Too often' } },
      ],
    ]);
  });

  it('a form that a contact sent is a touch on the web', () => {
    const row = {
      form_id: 'f',
      contact_id: '1',
      timestamp: '2026-01-01',
      page_url: 'https://example.com/demo',
      title: 'Request Demo',
    };
    expect(signalsOfRow(hubspotForms, row)[0]).toMatchObject({
      person: { key: 'contact:1' },
      body: { kind: 'form-submitted', channel: 'web', title: 'Request Demo' },
    });
  });
});

describe('calls of a campaign without names', () => {
  const call = {
    age: '58',
    job: 'management',
    campaign: '3',
    month: 'may',
    pdays: '-1',
    poutcome: 'unknown',
    y: 'no',
  };

  it('say how often somebody was called and what came of it, and nothing by which they could be found', () => {
    const [touch] = signalsOfRow(bankContacts, call);
    expect(touch).toMatchObject({ body: { kind: 'called', channel: 'phone', outcome: 'no', attempts: 3 } });
    expect(Object.keys(touch!.person!).sort()).toEqual(['key', 'profile']);
    expect(Object.keys(touch!.person!.profile!)).toEqual(['extra']);
  });

  it('are somebody else when anything differs, and the same when they are read again', () => {
    const key = (cells: Record<string, string>) => signalsOfRow(bankContacts, cells)[0]!.person!.key;
    expect(key(call)).toBe(key({ ...call }));
    expect(key(call)).not.toBe(key({ ...call, age: '59' }));
  });

  it.each([
    [{ y: '93.2' }, 'bad-outcome'],
    [{ y: '' }, 'missing-outcome'],
    [{ campaign: '0' }, 'bad-attempts'],
    [{ campaign: '1.5' }, 'bad-attempts'],
  ])('are refused when they say %j', (cells, code) => {
    expect(readRow(bankContacts, { ...call, ...cells })).toMatchObject({ refusal: { code } });
  });
});
