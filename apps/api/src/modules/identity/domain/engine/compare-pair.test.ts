import { describe, expect, it } from 'vitest';
import { newAgreement } from './agreement.ts';
import { TableBuilder } from './build-table.ts';
import { comparePair } from './compare-pair.ts';
import { featuresOf } from './features.ts';
import { objectionsOf } from './gate.ts';
import { normaliseRecord } from './normalise-record.ts';
import { resolveTable } from './resolve-table.ts';

type Said = Record<string, string>;

function tableOf(records: readonly Said[]) {
  const builder = new TableBuilder();
  records.forEach((fields, at) => {
    const said = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [value]]));
    const record = { id: String(at), source: 'crm', fields: said };
    builder.add(record.id, record.source, normaliseRecord(record, { others: [] }));
  });
  return builder.build();
}

/** How the first two of some records stand to each other, by feature; and what speaks against merging them unseen. */
function compared(...records: Said[]) {
  const table = tableOf(records);
  const kind = table.kind[table.rowOf[0]!]!;
  const features = featuresOf(kind === 1 ? 'organisation' : 'person', []);
  const agreement = newAgreement(features.length);
  const [a, b] = [table.rowOf[0]!, table.rowOf[1]!];
  comparePair(table, table.lists, a, table.lists, b, agreement);
  const there = agreement.level.slice();
  comparePair(table, table.lists, b, table.lists, a, agreement);
  expect([...agreement.level], 'symmetric').toEqual([...there]);
  const levels = Object.fromEntries(
    features.flatMap(({ name, levels: all }, at) => (there[at]! > 0 ? [[name, all[there[at]!]!.name]] : [])),
  );
  return { levels, objections: objectionsOf(agreement, kind, table.suffix[a]!, table.suffix[b]!) };
}

const level = (feature: string, ...records: Said[]): string | undefined =>
  compared(...records).levels[feature];

describe('mailboxes', () => {
  it.each([
    ['ada.long@post.example', 'ada.lomg@post.example', 'one letter'],
    ['ada.long@post.example', 'ada.long@pst.example', 'one letter'],
    ['ada.long@post.example', 'ada.long@other.example', 'same name at another provider'],
    ['matteo.mancini@post.example', 'matteo.neri@post.example', 'different'],
    ['ada.long@post.example', 'carla.conti@post.example', 'different'],
    ['ada.long7@post.example', 'ada.long8@post.example', 'similar name'],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(level('email', { email: one }, { email: other })).toBe(expected);
  });

  it('says of a mailbox that others have it, too, where a third has another given name', () => {
    const email = 'lane@post.example';
    const [jane, again, john] = ['Jane', 'Jane', 'John'].map((name) => ({
      given_name: name,
      family_name: 'Lane',
      email,
    }));
    expect(level('email', jane!, again!)).toBe('same');
    expect(level('email', jane!, again!, john!)).toBe('same, of several');
    expect(compared(jane!, again!).objections).toEqual([]);
    expect(compared(jane!, again!, john!).objections).toEqual(['nothing-personal']);
  });

  it('compares two firms behind a phone that a family has, too', async () => {
    const phone = '+40721000111';
    const firms = ['Elm Bakery', 'Elm Bakery Ltd'].map((organisation) => ({ organisation, phone }));
    const family = ['Jane', 'John'].map((given_name) => ({ given_name, family_name: 'Lane', phone }));
    const table = tableOf([...firms, ...family]);
    const { edges } = await resolveTable(table);
    expect(edges.bits.every(Number.isFinite)).toBe(true);
    expect(featuresOf('organisation', []).map(({ levels }) => levels.length)).toEqual(
      featuresOf('person', []).map(({ levels }) => levels.length),
    );
  });

  it('takes a mailbox that names a household for a household’s', () => {
    const lane = { given_name: 'Jane', family_name: 'Lane', email: 'lane.family@post.example' };
    expect(compared(lane, lane).objections).toEqual(['nothing-personal']);
  });
});

describe('names', () => {
  it.each([
    ['Ada Long', 'Ada Long', 'same', 'same'],
    ['Ada Long', 'Long Ada', 'swapped with the family name', undefined],
    ['Vincenzo Neri', 'Neri', undefined, 'same'],
    ['Ada Long', 'Ada', 'same', undefined],
    ['Ada Long', 'Carla Ada', 'different', 'different, as the given name'],
  ])('%s and %s: given name %s, family name %s', (one, other, given, family) => {
    const { levels } = compared({ full_name: one }, { full_name: other });
    expect([levels.given, levels.family]).toEqual([given, family]);
  });

  it('does not take a woman’s and a man’s name for a slip where many bear both', () => {
    const many = Array.from({ length: 5 }, (_, at) => [
      { given_name: 'Vincenzo', family_name: `Neri${'abcde'[at]}` },
      { given_name: 'Vincenza', family_name: `Bosco${'abcde'[at]}` },
    ]).flat();
    expect(level('given', many[0]!, many[1]!)).toBe('nearly the same');
    expect(level('given', ...many)).toBe('similar');
  });
});

describe('what asks a person', () => {
  const ada = { given_name: 'Ada', family_name: 'Long', birth_date: '1970-05-04' };

  it('merges a name and a birthday unseen where nothing contradicts', () => {
    expect(compared(ada, ada).objections).toEqual([]);
  });

  it('asks where a name and a birthday agree, but the phone does not', () => {
    const [one, other] = [
      { ...ada, phone: '+40721000111' },
      { ...ada, phone: '+40721999333' },
    ];
    expect(compared(one, other).objections).toEqual(['nothing-personal']);
    const city = { city: 'Cluj', postcode: '400001' };
    expect(compared({ ...one, ...city }, { ...other, ...city }).objections).toEqual([]);
  });

  it('asks where half a name and a birthday agree', () => {
    const half = { given_name: 'Ada', birth_date: '1970-05-04' };
    expect(compared(ada, half).objections).toEqual(['nothing-personal']);
    const email = 'ada@post.example';
    expect(compared({ ...ada, email }, { ...half, email }).objections).toEqual([]);
  });

  it('asks which of the two it is where only one says that he is the junior', () => {
    const john = { given_name: 'John', family_name: 'Lane', email: 'lane@post.example' };
    const junior = { ...john, name_suffix: 'Jr' };
    expect(compared(john, junior).objections).toEqual(['nothing-personal']);
    const phone = '+40721000111';
    expect(compared({ ...john, phone }, { ...junior, phone }).objections).toEqual([]);
  });
});

describe('firms', () => {
  const bakery = { organisation: 'Elm Bakery', street_address: '5 Cloverleaf Street' };

  it('asks of a name at an address without a town, which is in many towns', () => {
    expect(compared(bakery, bakery).objections).toEqual(['nothing-personal']);
    const there = { ...bakery, city: 'Cluj', postcode: '400001' };
    expect(compared(there, there).objections).toEqual([]);
  });

  it('asks whether a street and an avenue of one name are two of its sites', () => {
    const phone = '+40264555111';
    const [one, other] = [
      { ...bakery, phone },
      { ...bakery, phone, street_address: '5 Cloverleaf Avenue' },
    ];
    expect(compared(one, other).levels.street).toBe('another kind of street');
    expect(compared(one, other).objections).toEqual(['nothing-personal']);
    expect(compared(one, { ...one, street_address: '5 Cloverleaf St.' }).objections).toEqual([]);
  });

  it('asks where only what all sites of one firm have agrees: its web site, its number in the register, its switchboard', () => {
    const firm = { organisation: 'Elm Bakery', website: 'elm.example', tax_id: 'RO4455667' };
    expect(compared(firm, firm).objections).toEqual(['nothing-personal']);
    const called = { organisation: 'Elm Bakery', phone: '+40264555111' };
    expect(compared(called, called).objections).toEqual(['nothing-personal']);
    const placed = { ...called, street_address: '5 Cloverleaf Street' };
    expect(compared(placed, placed).objections).toEqual([]);
    expect(compared(placed, { ...placed, street_address: '71 Mill Lane' }).objections).toEqual([
      'nothing-personal',
    ]);
  });

  it('expects two sites of one firm to have its number and its web site in common', () => {
    const features = new Map(featuresOf('organisation', []).map((feature) => [feature.name, feature]));
    for (const name of ['id', 'web']) {
      const same = features.get(name)!.levels[1]!;
      expect(same.related).toBeGreaterThan(0.8 * same.same);
    }
  });
});
