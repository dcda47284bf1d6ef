import fc from 'fast-check';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';

const names = ['Ada Popescu', 'Ada Popescu-Ionescu', 'Bela Kovács', 'A. Popescu', 'Chiara Rossi'];
const mails = ['ada@example.org', 'bela@example.net', 'chiara@example.com', 'info@example.org'];
const phones = ['+40 721 234 567', '+39 06 698 1234', '0721234567'];

/** What a few people who share names, mails and phones have happen to them, in any order. */
export const signalsOfPeople = (): fc.Arbitrary<Signal[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('ticket'),
        thing: fc.integer({ min: 1, max: 6 }),
        day: fc.integer({ min: 1, max: 28 }),
        key: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        name: fc.option(fc.constantFrom(...names), { nil: undefined }),
        mail: fc.option(fc.constantFrom(...mails), { nil: undefined }),
        phone: fc.option(fc.constantFrom(...phones), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((told) =>
      told.map(
        ({ kind, thing, day, key, name, mail, phone }, place): Signal => ({
          kind,
          eventId: `event-${place}`,
          subjectKey: `${kind}:${thing}`,
          at: `2026-03-${String(day).padStart(2, '0')}T10:00:${String(place).padStart(2, '0')}Z`,
          person: {
            ...(key === undefined ? {} : { key: `user:${key}` }),
            ...(mail ? { emails: [mail] } : {}),
            ...(phone ? { phones: [phone] } : {}),
            ...(name ? { profile: { fullName: name } } : {}),
          },
          body: { subject: `Told at ${place}` },
        }),
      ),
    );

/** Cuts a list into pieces in any way. */
export const cutAnywhere = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 })
  .map((sizes) => <Item>(items: readonly Item[]): Item[][] => {
    const pieces: Item[][] = [];
    for (let start = 0, turn = 0; start < items.length; turn += 1) {
      const size = sizes[turn % sizes.length]!;
      pieces.push(items.slice(start, start + size));
      start += size;
    }
    return pieces;
  });
