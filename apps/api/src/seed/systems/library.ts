import { join } from 'node:path';
import { DAY, toSecond } from '../calendar.ts';
import { CsvFile } from '../files/csv-file.ts';
import { RowFile } from '../files/row-file.ts';
import { AFTER_BUYING } from '../library/after-buying.ts';
import { BEFORE_BUYING } from '../library/before-buying.ts';
import type { Piece } from '../library/piece.ts';
import type { Happening } from '../life/happening.ts';
import type { Person } from '../people/person.ts';
import { sight } from '../people/sight.ts';
import { Random } from '../random.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

const USES = [
  'use_key',
  'content_key',
  'email',
  'used_at',
  'channel',
  'act',
  'department',
  'language',
  'colleague',
  'opened_at',
] as const;

const day = (at: number): string => toSecond(at).slice(0, 10);

/** A piece as the library's own export writes it. */
const exported = (piece: Piece, today: number): string =>
  JSON.stringify({
    content_key: piece.key,
    content_kind: piece.kind,
    purpose: piece.purpose,
    owner_name: piece.owner,
    ...(piece.product ? { product: piece.product } : {}),
    tags: piece.tags,
    ...(piece.claims ? { claims: piece.claims } : {}),
    ...(piece.endsIn === undefined ? {} : { valid_until: day(today + piece.endsIn * DAY) }),
    updated_at: new Date(today - piece.touched * DAY).toISOString(),
    translations: Object.entries(piece.texts).map(([language, [title, body]]) => ({ language, title, body })),
    placements: piece.stands.map(([stage, department, priority = 'usual']) => ({
      stage,
      department,
      priority,
    })),
  });

/** What may have been given to somebody because of something that happened. */
const given: Partial<
  Record<Happening['kind'], readonly [keys: readonly string[], department: string, chance: number]>
> = {
  ticket: [
    ['weak-suction', 'where-is-my-order', 'what-we-can-do', 'descale-aurora', 'returns'],
    'support',
    0.45,
  ],
  deal: [['compare-cleaners', 'case-residence', 'offer-trial', 'reviews-vento-120'], 'sales', 0.6],
  order: [['first-week', 'season-care', 'spares-on-time'], 'marketing', 0.25],
};

/** How often each of several is taken, and how often it is opened: some do better than others, as everywhere. */
const liked = (key: string): number => 0.35 + (key.length % 5) / 10;

/** Whom the library knows without a doubt: their one address, written as it is. */
const isPlain = (person: Person, seen: string): boolean =>
  !person.story && !person.sharedEmail && !person.formerEmail && seen === person.email && seen !== '';

/** The content library: what the firm has to say, and what was given to whom. */
export async function openLibrary({ folder, world }: Desk): Promise<SystemWriter> {
  const path = join(folder, 'library.json');
  const pieces = await RowFile.create(path, '{"content":[\n', ',\n');
  for (const piece of [...BEFORE_BUYING, ...AFTER_BUYING]) await pieces.add(exported(piece, world.today));
  const usesPath = join(folder, 'library-uses.csv');
  const uses = await CsvFile.create(usesPath, USES);
  return {
    files: [
      { path, source: 'library', kind: 'content', file: pieces, happened: false, below: () => '\n]}\n' },
      { path: usesPath, source: 'library', kind: 'uses', file: uses.file, happened: true },
    ],
    async meet({ person, happenings }) {
      const known = person.systems.find((system) => system !== 'salesforce');
      if (!known || !isPlain(person, sight(world.seed, person, known, world.today).email)) return;
      const random = new Random(world.seed, 'library', person.number);
      for (const kind of ['ticket', 'deal', 'order'] as const) {
        const [keys, department, chance] = given[kind]!;
        for (const { at } of ofKind(happenings, kind)) {
          if (!random.chance(chance)) continue;
          const key = random.pick(keys);
          const used = at + random.between(1, 30) * 3_600_000;
          const opened = used + random.between(1, 72) * 3_600_000;
          if (used >= world.today) continue;
          await uses.add({
            use_key: `${person.number}-${kind}-${Math.round(at / 60_000)}`,
            content_key: key,
            email: person.email,
            used_at: toSecond(used),
            channel: 'email',
            act: kind === 'ticket' ? 'inserted' : 'sent',
            department,
            language: person.language,
            colleague:
              department === 'support' ? 'Tom Reed' : department === 'sales' ? 'Sara Conti' : 'Jade Martin',
            opened_at: random.chance(liked(key)) && opened < world.today ? toSecond(opened) : undefined,
          });
        }
      }
    },
  };
}
