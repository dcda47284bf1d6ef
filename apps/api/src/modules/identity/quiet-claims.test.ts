import { describe, expect, it } from 'vitest';
import { claimsOf, type Incoming } from './claims.ts';
import type { StoredRecord } from './data/read-people.ts';
import { absorb, nothingSaid, statementOf } from './domain/statement.ts';
import { evidenceOf } from './known-record.ts';
import { quietClaims } from './quiet-claims.ts';

type Person = NonNullable<Incoming['signal']['person']>;
const at = '2026-03-01T10:00:00.000Z';

const told = (...people: Person[]) =>
  claimsOf(
    people.map((person, place) => ({
      signalId: String(place),
      signal: {
        kind: 'order',
        eventId: String(place),
        subjectKey: `order ${place}`,
        at,
        person,
        body: {},
      } as never,
    })),
  );
const own = (key: string, person: Person) => {
  const { current } = absorb(nothingSaid, statementOf(person), at);
  const record = {
    recordId: `record ${key}`,
    sourceId: 'shop',
    sourceKey: 'shop',
    key,
    customerId: `customer ${key}`,
    current,
  } as StoredRecord;
  return { record, evidence: evidenceOf(record) };
};
const ada = { emails: ['ada@x.ro'] };
const known = [own('email:ada@x.ro', ada)];
/** The places of those of whom nothing has to be asked. */
const quiet = (people: Person[], owned = known) =>
  [...quietClaims(told(...people), owned).keys()].map(({ place }) => place);

describe('Of whoever orders again', () => {
  it('nothing is asked where the address is known and nothing else is said', () => {
    expect(quiet([ada, ada])).toEqual([0, 1]);
    expect(quiet([{ emails: ['Ada@X.ro'] }])).toEqual([0]);
  });

  it('is asked where they say more than is known, or are not known', () => {
    expect(quiet([{ emails: ['ada@x.ro', 'ada@y.ro'] }, { emails: ['ion@x.ro'] }])).toEqual([]);
    expect(quiet([{ ...ada, profile: { fullName: 'Ada Byron' } }])).toEqual([]);
  });

  it('is asked where two of the source’s records have the address, or the source says who it is', () => {
    expect(quiet([ada], [...known, own('email:ada@x.ro|byron', ada)])).toEqual([]);
    expect(quiet([{ key: '7', ...ada }])).toEqual([]);
  });

  it('is asked where another row of the set may change who has the address', () => {
    expect(quiet([ada, { ...ada, profile: { fullName: 'Ion Pop' } }])).toEqual([]);
    expect(quiet([ada, { key: 'email:ada@x.ro', emails: ['ada@new.ro'] }])).toEqual([]);
    expect(quiet([ada, { emails: ['ion@x.ro'] }])).toEqual([0]);
  });
});
