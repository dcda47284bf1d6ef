import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identifier, identifierKey, readIdentifiers } from './identifiers.ts';
import { readName } from './name.ts';
import { aHandful, type Candidate, type Evidence, judgementOn } from './resolve.ts';

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
const judge = (sketch: Sketch, ...candidates: Candidate[]) => {
  const holders = (identifier: Identifier) =>
    candidates.filter(({ records }) =>
      records.some(({ identifiers }) =>
        identifiers.some((one) => identifierKey(one) === identifierKey(identifier)),
      ),
    ).length;
  return candidates.map((candidate) => judgementOn(record('new', sketch), candidate, holders));
};
/** The verdict on each candidate; "no" where nobody would ask. */
const verdicts = (sketch: Sketch, ...candidates: Candidate[]): string[] =>
  judge(sketch, ...candidates).map((judgement) => judgement?.verdict ?? 'no');

const mail = 'a@x.ro';
const phone = '0721 000 111';

describe('Whose a record is', () => {
  it.each<[string, Sketch, Candidate[], string]>([
    [
      'one mailbox, same name',
      { name: 'Ada Byron', emails: [mail] },
      [customer('c', { name: 'Byron Ada', emails: [mail] })],
      'link',
    ],
    [
      'one phone, a nickname',
      { name: 'Bob Smith', phones: [phone] },
      [customer('c', { name: 'Robert Smith', phones: [phone] })],
      'link',
    ],
    [
      'a name and nothing else',
      { name: 'Ada Byron' },
      [customer('c', { name: 'Ada Byron', emails: [mail] })],
      'no',
    ],
    [
      'mailbox and phone, no name',
      { emails: [mail], phones: [phone] },
      [customer('c', { name: 'Ada Byron', emails: [mail], phones: [phone] })],
      'link',
    ],
    [
      'mailbox and phone, another surname',
      { name: 'Ada King', emails: [mail], phones: [phone] },
      [customer('c', { name: 'Ada Byron', emails: [mail], phones: [phone] })],
      'link',
    ],
    [
      'a bare mailbox of one',
      { emails: [mail] },
      [customer('c', { name: 'Ada Byron', emails: [mail] })],
      'link',
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
      'no',
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
      'no',
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
      'no',
    ],
    [
      'twins',
      { name: 'Ana Pop', phones: [phone], born: '1990-05-01' },
      [customer('c', { name: 'Lia Pop', phones: [phone], born: '1990-05-01' })],
      'no',
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
      'no',
    ],
    [
      'the other name is on another record',
      { name: 'Ada Byron', phones: [phone] },
      [customer('c', { name: 'Ada Byron' }, { phones: [phone] })],
      'link',
    ],
  ])('%s', (_, sketch, candidates, expected) => {
    expect(new Set(verdicts(sketch, ...candidates))).toEqual(new Set([expected]));
  });

  it('is not decided by an identifier of more than a handful', () => {
    const crowd = Array.from({ length: aHandful + 1 }, (_, n) =>
      customer(`c${n}`, { name: 'Ada Byron', phones: [phone] }),
    );
    expect(new Set(verdicts({ name: 'Ada Byron', phones: [phone] }, ...crowd))).toEqual(new Set(['no']));
  });

  it('prefers whoever shares more', () => {
    const [less, more] = judge(
      { name: 'Ada Byron', emails: [mail], phones: [phone] },
      customer('c', { name: 'Ada Byron', phones: [phone] }),
      customer('d', { name: 'Ada Byron', emails: [mail], phones: [phone] }),
    );
    expect(more!.weight).toBeGreaterThan(less!.weight);
  });

  it('comes with a reason for every doubt and link', () => {
    const [found] = judge(
      { name: 'Maria Pop', emails: [mail], phones: [phone] },
      customer('c', { name: 'Ion Pop', emails: [mail], phones: [phone] }),
    );
    expect(found!.match.reasons).toEqual([
      {
        code: 'same-email',
        text: 'Same mailbox (a@x.ro).',
        speaksFor: true,
        values: { what: 'mailbox', value: mail, count: 1 },
      },
      {
        code: 'same-phone',
        text: 'Same phone (+40721000111).',
        speaksFor: true,
        values: { what: 'phone', value: '+40721000111', count: 1 },
      },
      {
        code: 'different-given-name',
        text: 'Same family name, different given name: relatives.',
        speaksFor: false,
      },
    ]);
  });

  it('asks nobody about half a name that the engine does not believe in, unless two things agree', () => {
    const verdict = (half: Sketch, whole: Sketch, probability: number) => {
      const score = { bits: Math.log2(probability / (1 - probability)), probability, recordId: 'c-0' };
      const candidate = { ...customer('c', whole), score: { ...score, objections: [], levels: [] } };
      return judgementOn(record('new', half), candidate, () => 1)?.verdict;
    };
    const whole = { name: 'Lucie Jacquemin', emails: [mail], phones: [phone] };
    const family = { name: 'Jacquemin', phones: [phone] };
    expect(verdict(family, whole, 0.33)).toBe('no');
    expect(verdict(family, whole, 0.6)).toBe('doubt');
    expect(verdict({ ...family, emails: [mail] }, whole, 0.33)).toBe('doubt');
    expect(verdict({ ...family, name: 'Lucie Roux' }, whole, 0.33)).toBe('doubt');
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
          verdicts(sketch, ...others.map((other, n) => customer(`c${n}`, other))).forEach((verdict, n) => {
            if (verdict === 'link') expect(others[n]!.name).toBe(sketch.name);
          });
        },
      ),
    );
  });
});
