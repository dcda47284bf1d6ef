import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from '../random.ts';
import { FIRM_COLUMNS, FIRM_MAP, PERSON_COLUMNS, PERSON_MAP, type PersonRow } from './columns.ts';
import { FAMILIES_PER_BLOCK, firmsOfBlock } from './company.ts';
import { familyAt } from './family.ts';
import { firmRecords } from './firm-records.ts';
import { observe } from './observe.ts';
import { PairOfFiles } from './pair-of-files.ts';
import type { CrowdPerson } from './person.ts';
import { PROFILES, type ProfileName } from './profile.ts';
import { SOURCES } from './sources.ts';
import { Taken } from './taken.ts';
import type { World } from './world.ts';

/** Which crowd, and how hard to tell apart. */
export interface CrowdOptions {
  /** How many records of people; those of the firms around them come on top. */
  records: number;
  seed: number;
  profile: ProfileName;
  /** The day on which the files are made; without it always the same one, so that the bytes are the same. */
  today?: Date;
  /** `real` gives people the mail providers of life: only for files that nobody will ever send mail to. */
  providers?: World['providers'];
  onProgress?(done: number, total: number): void;
}

/** What was written. */
export interface Crowd {
  records: number;
  people: number;
  households: number;
  firmRecords: number;
  /** Sites of firms, each a thing to be found. */
  sites: number;
  bySource: Record<string, number>;
  files: string[];
}

const DEFAULT_DAY = new Date('2026-01-01');

/** The records that the sources hold of somebody: none for those whom no source knows. */
export function* recordsOf(world: World, person: CrowdPerson): Generator<PersonRow> {
  const random = new Random(world.seed, 'known', person.id);
  const hasMail = Boolean(person.mail[0]!.value ?? person.sharedMail ?? person.lent?.mail);
  for (const source of SOURCES) {
    if (!random.chance(Math.min(0.95, source.knows * person.activity))) continue;
    // Nobody is on a list of mail addresses, or orders in a web shop, without one.
    if (source.fills.mail === 1 && !hasMail) continue;
    let copy = 0;
    do yield observe(world, person, source, copy++);
    while (copy < 6 && random.chance(source.again * world.profile.again));
  }
}

/** The whole numbers and known words that options must be. */
function checked({ records, seed, profile }: CrowdOptions): void {
  if (!Number.isSafeInteger(records) || records < 1)
    throw new RangeError(`a crowd needs a whole number of records, not ${records}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a whole number, not ${seed}`);
  if (!Object.hasOwn(PROFILES, profile))
    throw new RangeError(`a profile is one of ${Object.keys(PROFILES).join(', ')}, not ${profile}`);
}

/**
 * Writes records of a crowd of people and firms that do not exist, as five systems hold them, and the truth about who is
 * who, into a folder: `people.csv` and `firms.csv`, for each `-truth.csv` and `-map.json`, and a README. The same options give
 * the same bytes. Memory does not grow with the number of records.
 * @throws RangeError for numbers that are not whole and profiles that are not there.
 */
export async function writeCrowd(folder: string, options: CrowdOptions): Promise<Crowd> {
  checked(options);
  const { records, seed, profile } = options;
  await mkdir(folder, { recursive: true });
  const day = options.today ?? DEFAULT_DAY;
  const world: World = {
    seed,
    today: Math.floor(day.getTime() / 86_400_000),
    profile: PROFILES[profile],
    providers: options.providers ?? 'example',
    taken: new Taken(),
  };
  const people = await PairOfFiles.open(folder, 'people', PERSON_COLUMNS, seed, 'r');
  const firms = await PairOfFiles.open(folder, 'firms', FIRM_COLUMNS, seed, 'f');
  try {
    const crowd: Crowd = {
      records: 0,
      people: 0,
      households: 0,
      firmRecords: 0,
      sites: 0,
      bySource: {},
      files: [],
    };
    const sites = new Map<string, true>();
    for (let family = 0; crowd.records < records; family++) {
      if (family % FAMILIES_PER_BLOCK === 0) {
        for (const firm of firmsOfBlock(world, family / FAMILIES_PER_BLOCK)) {
          sites.clear();
          for (const { row, site, group } of firmRecords(world, firm)) {
            sites.set(site, true);
            await firms.add(row, site, group);
          }
          crowd.sites += sites.size;
        }
        options.onProgress?.(crowd.records, records);
      }
      const households = new Set<string>();
      for (const person of familyAt(world, family)) {
        let known = 0;
        for (const row of recordsOf(world, person)) {
          if (crowd.records === records) break;
          crowd.records++;
          known++;
          crowd.bySource[row.source!] = (crowd.bySource[row.source!] ?? 0) + 1;
          await people.add(row, person.id, person.householdId);
        }
        if (known) {
          crowd.people++;
          households.add(person.householdId);
        }
      }
      crowd.households += households.size;
    }
    await people.close();
    await firms.close();
    crowd.firmRecords = firms.rows;
    crowd.files = [...people.paths, ...firms.paths];
    for (const [kind, map] of [
      ['people', PERSON_MAP],
      ['firms', FIRM_MAP],
    ] as const) {
      const path = join(folder, `${kind}-map.json`);
      await writeFile(path, `${JSON.stringify(map, null, 2)}\n`);
      crowd.files.push(path);
    }
    const readme = join(folder, 'README.md');
    await writeFile(readme, aboutCrowd(options, day, crowd));
    crowd.files.push(readme);
    return crowd;
  } finally {
    await people.abandon();
    await firms.abandon();
  }
}

const aboutCrowd = (
  { seed, profile, providers = 'example' }: CrowdOptions,
  day: Date,
  crowd: Crowd,
): string =>
  `Generated: ${crowd.records} records of ${crowd.people} people in ${crowd.households} households, ${crowd.firmRecords} records of ${crowd.sites} sites of firms; seed ${seed}, profile ${profile}, providers ${providers}, as of ${day.toISOString().slice(0, 10)}. Nobody in these files exists.\n`;
