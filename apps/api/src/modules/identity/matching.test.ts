import { describe, expect, it } from 'vitest';
import type { NearRecord } from './data/match-online.ts';
import { priorLearnt } from './domain/engine/prior-learnt.ts';
import type { Current } from './domain/statement.ts';
import { type Form, formOf } from './form.ts';
import { evidenceOf, type KnownRecord } from './known-record.ts';
import { Matching } from './matching.ts';
import { comparedAtMost } from './shared-keys.ts';

const said = (name: string, more: Partial<Current> = {}, values: Record<string, string> = {}): Current => ({
  at: '2026-03-01T10:00:00.000Z',
  values: { fullName: name, ...values },
  ...more,
});
const form = (current: Current): Form => formOf({ sourceKey: 'shop', current });
const near = (customerId: string, of: Form | null, shared = 1): NearRecord => ({
  customerId,
  askers: [{ asker: 0, shared }],
  form: of,
});

describe('those who share a key with somebody who is told', () => {
  const maria = form(said('Maria Popescu', { emails: ['maria@one.example'] }, { birthDate: '1980-02-03' }));
  const worth = (others: readonly NearRecord[]) => [
    ...new Matching(priorLearnt(), [maria]).worthALook([maria], others),
  ];

  it('are not looked at for a name alone', () => {
    expect(worth([near('other', form(said('Maria Popescu', {}, { birthDate: '1955-10-30' })))])).toEqual([]);
  });

  it('are looked at for a name and a day, for a mailbox whatever the name, and for one record of several', () => {
    const sameDay = form(said('Maria Popescu', {}, { birthDate: '1980-02-03' }));
    const sameMailbox = form(said('Gheorghe Ionescu', { emails: ['maria@one.example'] }));
    const stranger = form(said('Maria Popescu', {}, { birthDate: '1955-10-30' }));
    expect(worth([near('day', sameDay), near('mailbox', sameMailbox)])).toEqual(['day', 'mailbox']);
    expect(worth([near('several', stranger), near('several', sameDay)])).toEqual(['several']);
  });

  it('are each looked at when they say the same, and compared by it once they are read', () => {
    const told = said('Maria Popescu', { emails: ['maria@one.example'] }, { birthDate: '1980-02-03' });
    const theirs = said('Maria Popescu', {}, { birthDate: '1980-02-03' });
    const stranger = form(said('Maria Popescu', {}, { birthDate: '1955-10-30' }));
    const matching = new Matching(priorLearnt(), [maria]);
    const others = [near('stranger', stranger), near('one', form(theirs)), near('other', form(theirs))];
    expect([...matching.worthALook([maria], others)]).toEqual(['one', 'other']);
    const [asked, one, other] = [told, theirs, theirs].map((current, at): KnownRecord => {
      const recordId = ['told', 'one', 'other'][at]!;
      const record = { recordId, customerId: recordId, sourceKey: 'shop', current };
      return { ...record, evidence: evidenceOf(record) } as unknown as KnownRecord;
    }) as [KnownRecord, KnownRecord, KnownRecord];
    for (const record of [asked, one, other]) matching.note(record);
    expect(matching.near(asked).sort()).toEqual(['one', 'other', 'stranger']);
    const alone = new Matching(priorLearnt(), [maria, form(theirs)]);
    expect(matching.bits(asked, one)).toBe(alone.bits(asked, one));
    expect(matching.bits(asked, other)).toBe(alone.bits(asked, one));
  });

  it('are looked at when nothing is kept of what they say', () => {
    expect(worth([near('unread', null)])).toEqual(['unread']);
  });

  it('keep their places among the nearest, looked at or not', () => {
    const others = Array.from({ length: comparedAtMost }, (_, n) => `stranger ${n}`);
    const matching = new Matching(priorLearnt(), [maria]);
    const strangers = others.map((id) =>
      near(id, form(said('Maria Popescu', {}, { birthDate: '1955-10-30' })), 5),
    );
    expect(matching.worthALook([maria], strangers).size).toBe(0);
    const inMind = (recordId: string, current: Current): KnownRecord => {
      const record = { recordId, customerId: recordId, sourceKey: 'shop', current };
      return { ...record, evidence: evidenceOf(record) } as unknown as KnownRecord;
    };
    matching.note(inMind('last', said('Maria Popescu', {}, { birthDate: '1971-01-01' })));
    const asked = inMind(
      'told',
      said('Maria Popescu', { emails: ['maria@one.example'] }, { birthDate: '1980-02-03' }),
    );
    expect(matching.near(asked)).toEqual(others.sort());
  });
});
