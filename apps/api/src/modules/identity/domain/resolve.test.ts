import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identifier, identifierKey, readIdentifiers } from './identifiers.ts';
import { readName } from './name.ts';
import { aHandful, type Candidate, type Evidence, resolve } from './resolve.ts';

interface Sketch {
  name?: string;
  emails?: string[];
  phones?: string[];
  born?: string;
}

const record = (id: string, { name = '', emails = [], phones = [], born }: Sketch): Evidence => ({
  recordId: id,
  identifiers: readIdentifiers({ emails, phones }, 'RO'),
  name: readName({ fullName: name }),
  ...(born ? { birthDate: born } : {}),
});
const customer = (id: string, ...sketches: Sketch[]): Candidate => ({
  customerId: id,
  records: sketches.map((sketch, n) => record(`${id}-${n}`, sketch)),
});
const decide = (sketch: Sketch, ...candidates: Candidate[]) => {
  const holders = (identifier: Identifier) =>
    candidates.filter(({ records }) =>
      records.some(({ identifiers }) =>
        identifiers.some((one) => identifierKey(one) === identifierKey(identifier)),
      ),
    ).length;
  return resolve(record('new', sketch), candidates, holders);
};
const outcome = (sketch: Sketch, ...candidates: Candidate[]): string => {
  const found = decide(sketch, ...candidates);
  if (found.outcome === 'link') return `link ${found.match.customerId}`;
  return found.doubts.length > 0 ? 'doubt' : 'new';
};

const mail = 'a@x.ro';
const phone = '0721 000 111';

describe('Whose a record is', () => {
  it.each<[string, Sketch, Candidate[], string]>([
    [
      'one mailbox, same name',
      { name: 'Ada Byron', emails: [mail] },
      [customer('c', { name: 'Byron Ada', emails: [mail] })],
      'link c',
    ],
    [
      'one phone, a nickname',
      { name: 'Bob Smith', phones: [phone] },
      [customer('c', { name: 'Robert Smith', phones: [phone] })],
      'link c',
    ],
    [
      'a name and nothing else',
      { name: 'Ada Byron' },
      [customer('c', { name: 'Ada Byron', emails: [mail] })],
      'new',
    ],
    [
      'mailbox and phone, no name',
      { emails: [mail], phones: [phone] },
      [customer('c', { name: 'Ada Byron', emails: [mail], phones: [phone] })],
      'link c',
    ],
    [
      'mailbox and phone, another surname',
      { name: 'Ada King', emails: [mail], phones: [phone] },
      [customer('c', { name: 'Ada Byron', emails: [mail], phones: [phone] })],
      'link c',
    ],
    [
      'a bare mailbox of one',
      { emails: [mail] },
      [customer('c', { name: 'Ada Byron', emails: [mail] })],
      'link c',
    ],
    [
      'a bare mailbox of two',
      { emails: [mail] },
      [
        customer('c', { name: 'Ada Byron', emails: [mail] }),
        customer('d', { name: 'Ion Pop', emails: [mail] }),
      ],
      'doubt',
    ],
    ['a bare phone', { phones: [phone] }, [customer('c', { name: 'Ada Byron', phones: [phone] })], 'doubt'],
    [
      'husband and wife, one mailbox',
      { name: 'Maria Pop', emails: [mail] },
      [customer('c', { name: 'Ion Pop', emails: [mail] })],
      'new',
    ],
    [
      'husband and wife, mailbox and phone',
      { name: 'Maria Pop', emails: [mail], phones: [phone] },
      [customer('c', { name: 'Ion Pop', emails: [mail], phones: [phone] })],
      'doubt',
    ],
    [
      'married since, one mailbox',
      { name: 'Maria Rossi', emails: [mail] },
      [customer('c', { name: 'Maria Bianchi', emails: [mail] })],
      'doubt',
    ],
    [
      'somebody else at a phone',
      { name: 'Ada Byron', phones: [phone] },
      [customer('c', { name: 'Ion Pop', phones: [phone] })],
      'new',
    ],
    [
      'somebody else at a mailbox',
      { name: 'Ada Byron', emails: [mail] },
      [customer('c', { name: 'Ion Pop', emails: [mail] })],
      'doubt',
    ],
    [
      'junior and senior',
      { name: 'John Smith Jr', phones: [phone] },
      [customer('c', { name: 'John Smith Sr', phones: [phone] })],
      'new',
    ],
    [
      'twins',
      { name: 'Ana Pop', phones: [phone], born: '1990-05-01' },
      [customer('c', { name: 'Lia Pop', phones: [phone], born: '1990-05-01' })],
      'new',
    ],
    [
      'father and son of one name, told apart by age',
      { name: 'Ion Pop', phones: [phone], born: '1990-05-01' },
      [customer('c', { name: 'Ion Pop', phones: [phone], born: '1960-05-01' })],
      'doubt',
    ],
    [
      'a desk',
      { name: 'Ada Byron', emails: ['info@x.ro'] },
      [customer('c', { name: 'Ada Byron', emails: ['info@x.ro'] })],
      'new',
    ],
    [
      'the other name is on another record',
      { name: 'Ada Byron', phones: [phone] },
      [customer('c', { name: 'Ada Byron' }, { phones: [phone] })],
      'link c',
    ],
    [
      'the better of two',
      { name: 'Ada Byron', emails: [mail], phones: [phone] },
      [
        customer('c', { name: 'Ada Byron', phones: [phone] }),
        customer('d', { name: 'Ada Byron', emails: [mail], phones: [phone] }),
      ],
      'link d',
    ],
    [
      'two that are equally good',
      { name: 'Ada Byron', phones: [phone] },
      [
        customer('c', { name: 'Ada Byron', phones: [phone] }),
        customer('d', { name: 'Ada Byron', phones: [phone] }),
      ],
      'doubt',
    ],
  ])('%s', (_, sketch, candidates, expected) => {
    expect(outcome(sketch, ...candidates)).toBe(expected);
    expect(outcome(sketch, ...[...candidates].reverse())).toBe(expected);
  });

  it('is not decided by an identifier of more than a handful', () => {
    const crowd = Array.from({ length: aHandful + 1 }, (_, n) =>
      customer(`c${n}`, { name: 'Ada Byron', phones: [phone] }),
    );
    expect(outcome({ name: 'Ada Byron', phones: [phone] }, ...crowd)).toBe('new');
  });

  it('respects that somebody has said no', () => {
    const apart = { ...customer('c', { name: 'Ada Byron', emails: [mail] }), kept: true };
    expect(outcome({ name: 'Ada Byron', emails: [mail] }, apart)).toBe('new');
  });

  it('comes with a reason for every doubt and link', () => {
    const found = decide(
      { name: 'Maria Pop', emails: [mail], phones: [phone] },
      customer('c', { name: 'Ion Pop', emails: [mail], phones: [phone] }),
    );
    expect(found.outcome === 'new' && found.doubts[0]!.reasons).toEqual([
      { code: 'same-email', text: 'Same mailbox (a@x.ro).', speaksFor: true },
      { code: 'same-phone', text: 'Same phone (+40721000111).', speaksFor: true },
      {
        code: 'different-given-name',
        text: 'Same family name, different given name: relatives.',
        speaksFor: false,
      },
    ]);
  });

  it('is never decided against a clear given name by one identifier, whoever else is there', () => {
    const given = fc.constantFrom('Ion', 'Maria', 'Radu', 'Lia');
    const someone = fc.record({
      name: given.map((name) => `${name} Pop`),
      phones: fc.constant<string[]>([phone]),
    });
    fc.assert(
      fc.property(
        someone,
        fc.uniqueArray(someone, { maxLength: 4, selector: ({ name }) => name }),
        (sketch, others) => {
          const found = decide(sketch, ...others.map((other, n) => customer(`c${n}`, other)));
          if (found.outcome !== 'link') return;
          const linked = others[Number(found.match.customerId.slice(1))]!;
          expect(linked.name).toBe(sketch.name);
        },
      ),
    );
  });
});
