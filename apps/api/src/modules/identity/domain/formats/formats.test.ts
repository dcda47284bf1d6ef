import { describe, expect, it } from 'vitest';
import { readRow, signalsOfRow } from '../../../../../../../tests/support/read-row.ts';
import { csvPeople, guessMapping } from './csv-people.ts';
import { hubspotContacts } from './hubspot-contacts.ts';
import { hubspotMerges } from './hubspot-merges.ts';
import { intercomContacts } from './intercom-contacts.ts';
import { mauticContacts } from './mautic-contacts.ts';
import { salesforceAccounts } from './salesforce-accounts.ts';
import { salesforceContacts, salesforceLeads } from './salesforce-people.ts';
import { zendeskUsers } from './zendesk-people.ts';

const header = (columns: string) => ({ fileName: 'people.csv', columns: columns.split(',') });

describe('people in tables of one’s own', () => {
  it.each([
    ['First name,Surname,E-mail,Mobile phone,Company,Town', 'English'],
    ['Prénom,Nom,Courriel,Téléphone mobile,Société,Ville', 'French'],
    ['Nome,Cognome,Indirizzo email,Cellulare,Azienda,Città', 'Italian'],
    ['Prenume,Nume,Adresă de email,Număr de telefon,Companie,Oraș', 'Romanian'],
  ])('are understood by %s (%s)', (columns) => {
    const [givenName, familyName, email, phone, company, city] = columns.split(',');
    expect(guessMapping(columns.split(','))).toEqual({ givenName, familyName, email, phone, company, city });
    expect(csvPeople.recognise(header(columns))).toBeGreaterThan(0.5);
  });

  it('follow the mapping that a person chose, whatever the columns are called', () => {
    const cells = { A: 'Ada Byron', B: 'ada@example.com', C: 'x;y', D: 'kept' };
    const [signal] = signalsOfRow(csvPeople, cells, { mapping: { fullName: 'A', email: 'B', tags: 'C' } });
    expect(signal).toMatchObject({
      kind: 'person',
      subjectKey: 'person:ada@example.com',
      at: '2026-06-01T00:00:00.000Z',
      person: {
        emails: ['ada@example.com'],
        profile: { fullName: 'Ada Byron', tags: ['x', 'y'], extra: { D: 'kept' } },
      },
    });
  });

  it('may have several values in a cell, and columns for several phones', () => {
    const [signal] = signalsOfRow(csvPeople, {
      Email: '[a@example.com;b@example.com]'.slice(1, -1),
      Phone: '1; 3',
      Mobile: '2;ext=7',
      Tags: '[Horror;Action]',
    });
    expect(signal?.person).toMatchObject({
      emails: ['a@example.com', 'b@example.com'],
      phones: ['1', '3', '2;ext=7'],
      profile: { tags: ['Horror', 'Action'] },
    });
  });

  it('are refused when nobody could be found again by a row, and say why', () => {
    const code = (cells: Record<string, string>) => {
      const answer = readRow(csvPeople, cells);
      return 'refusal' in answer ? [answer.refusal.code, answer.refusal.column] : answer;
    };
    expect(code({ Name: 'Ada', Email: '' })).toEqual(['no-identifier', undefined]);
    expect(code({ Name: 'Ada', Email: 'ada at home' })).toEqual(['bad-email', 'Email']);
    expect(code({ Name: '', Email: ' ' })).toEqual(['empty-row', undefined]);
    expect(code({ Email: 'a@example.com', Birthday: '31/02/1980' })).toEqual(['bad-date', 'Birthday']);
    expect(code({ Email: 'a@example.com', 'To Delete': 'TRUE' })).toEqual({
      skipped: 'is marked to be deleted in the file',
      code: 'to-be-deleted',
      values: {},
    });
  });

  it('are no format for tables that name nobody', () => {
    expect(csvPeople.recognise(header('column1,column2'))).toBe(0);
    expect(csvPeople.recognise(header('Name,Date'))).toBe(0);
  });
});

describe('people of other systems', () => {
  it('a HubSpot contact may have been merged from others, and may belong to several companies', () => {
    const [person, ...merges] = signalsOfRow(hubspotContacts, {
      'Record ID': '1',
      Email: 'a@example.com',
      'Company Name': 'Acme',
      'Associated Company IDs': '7;8',
      hs_calculated_merged_vids: '5:1661707291575;6:1661707931852;1:1661707931852',
    });
    expect(person?.companies).toEqual([{ key: 'company:7', name: 'Acme' }, { key: 'company:8' }]);
    expect(merges).toMatchObject([
      {
        kind: 'merge',
        subjectKey: 'merge:contact:5',
        at: '2022-08-28T17:21:31.575Z',
        person: { key: 'contact:1' },
        others: [{ key: 'contact:5' }],
      },
      { subjectKey: 'merge:contact:6' },
    ]);
  });

  it('a merge of a contact with itself is passed over', () => {
    expect(readRow(hubspotMerges, { canonical_vid: '1', vid_to_merge: '1' })).toHaveProperty('skipped');
  });

  it('a mailbox that is none stays with the row, beside what does identify', () => {
    const [person] = signalsOfRow(hubspotContacts, { 'Record ID': '1', 'First Name': 'Ada', Email: 'n/a' });
    expect(person?.person?.emails).toBeUndefined();
    expect(person?.person?.profile?.extra).toEqual({ Email: 'n/a' });
  });

  it('a Salesforce id of 15 characters is the same as its form of 18', () => {
    const [person] = signalsOfRow(salesforceContacts, {
      Id: '003A0000001bCdE',
      LastName: 'Byron',
      AccountId: '001x0000002xLCV',
    });
    expect(person?.subjectKey).toBe('contact:003A0000001bCdEIAU');
    expect(person?.companies).toEqual([{ key: 'account:001x0000002xLCVAA2' }]);
  });

  it('a Salesforce opt-out is a withdrawal, its absence says nothing', () => {
    const cells = {
      Id: '003A0000001bCdEIAU',
      LastName: 'Byron',
      HasOptedOutOfEmail: '1',
      DoNotCall: 'false',
      AccountId: '',
    };
    expect(
      signalsOfRow(salesforceContacts, cells).map(({ kind, subjectKey }) => [kind, subjectKey.split(':')[1]]),
    ).toEqual([
      ['person', '003A0000001bCdEIAU'],
      ['consent', 'email'],
    ]);
    expect(signalsOfRow(salesforceContacts, { ...cells, HasOptedOutOfEmail: '0' })).toHaveLength(1);
  });

  it('a converted lead carries the id of the contact it became', () => {
    const [lead] = signalsOfRow(salesforceLeads, {
      Id: '00QA0000001bCdE',
      LastName: 'Byron',
      IsConverted: 'TRUE',
      ConvertedContactId: '003A0000001bCdE',
      Company: 'Acme',
    });
    expect(lead?.person?.handles).toEqual([{ kind: 'salesforce', value: '003A0000001bCdEIAU' }]);
  });

  it('records that Salesforce deleted or merged are passed over with the reason', () => {
    const account = { Id: '001x0000002xLCVAA2', Name: 'Acme' };
    expect(readRow(salesforceAccounts, { ...account, IsDeleted: 'true' })).toEqual({
      skipped: 'was deleted in Salesforce',
      code: 'deleted-there',
      values: { system: 'Salesforce' },
    });
    expect(readRow(salesforceAccounts, { ...account, MasterRecordId: '001x0000002xLCWAA2' })).toEqual({
      skipped: 'was merged into 001x0000002xLCWAA2 in Salesforce',
      code: 'merged-there',
      values: { system: 'Salesforce', into: '001x0000002xLCWAA2' },
    });
  });

  it('colleagues of a help desk are no customers', () => {
    const user = { id: 7, name: 'Sam', email: 'sam@example.com', active: true };
    expect(readRow(zendeskUsers, { ...user, role: 'agent' })).toEqual({
      skipped: 'is a colleague (agent), no customer',
      code: 'colleague',
      values: { role: 'agent' },
    });
    expect(
      signalsOfRow(zendeskUsers, { ...user, role: 'end-user', tags: ['vip'] })[0]?.person?.profile?.tags,
    ).toEqual(['vip']);
  });

  it('who left Intercom’s mails or marked one as spam has withdrawn', () => {
    const contact = { id: 'c1', email: 'a@example.com', role: 'user', updated_at: '1700000000' };
    expect(signalsOfRow(intercomContacts, { ...contact, unsubscribed_from_emails: 'FALSE' })).toHaveLength(1);
    expect(signalsOfRow(intercomContacts, { ...contact, marked_email_as_spam: true })[1]).toMatchObject({
      kind: 'consent',
      at: '2023-11-14T22:13:20.000Z',
      body: { state: 'withdrawn', evidence: { reason: 'marked a mail as spam' } },
    });
  });

  it.each([
    ['1', 2],
    ['on', 2],
    ['0', 1],
    ['', 1],
  ])('Mautic’s doNotEmail %j gives %d signals', (doNotEmail, count) => {
    const cells = { firstname: 'Ada', email: 'a@example.com', tags: 'a|b', doNotEmail, points: '3' };
    const signals = signalsOfRow(mauticContacts, cells);
    expect(signals).toHaveLength(count);
    expect(signals[0]?.person?.profile?.tags).toEqual(['a', 'b']);
  });
});

describe('the id of a row', () => {
  it('is the same for the same words, another for other words, and does not know the time of the file', () => {
    const id = (cells: Record<string, string>, fileTime?: string) =>
      signalsOfRow(csvPeople, cells, fileTime ? { fileTime } : {})[0]?.eventId;
    const ada = { Email: 'ada@example.com', City: 'London' };
    expect(id(ada)).toBe(id({ City: ' London', Email: 'ada@example.com' }, '2027-01-01T00:00:00.000Z'));
    expect(id(ada)).not.toBe(id({ ...ada, City: 'Paris' }));
  });
});
