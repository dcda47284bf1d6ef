import { mkdir } from 'node:fs/promises';
import { midnight } from './calendar.ts';
import { companyAt, companyCount } from './companies.ts';
import { campaignsUntil } from './life/campaigns.ts';
import type { Happening } from './life/happening.ts';
import { live, type World } from './life/live.ts';
import { householdAt } from './people/household.ts';
import { fullName, type Person } from './people/person.ts';
import { STORIES } from './stories/all.ts';
import { castAt } from './stories/cast.ts';
import { openHubspot } from './systems/hubspot.ts';
import { openIntercom } from './systems/intercom.ts';
import { openLibrary } from './systems/library.ts';
import { openMailchimp } from './systems/mailchimp.ts';
import { openOwnTables } from './systems/own-tables.ts';
import { openSalesforce } from './systems/salesforce.ts';
import { openWebShop } from './systems/web-shop.ts';
import type { Desk, Life, Source, SystemWriter } from './systems/writer.ts';
import { openZendesk } from './systems/zendesk.ts';
import { Truth } from './truth.ts';

/** How large the demo company is, and which one of all possible ones. */
export interface DemoOptions {
  people: number;
  seed: number;
  /** The day until which things happened; only its date (UTC) counts. */
  today: Date;
  /** Called now and then with how many people are written. */
  onProgress?(done: number, total: number): void;
}

/** What was written: the files in the order in which to import them, who is who, and the stories to look for. */
export interface DemoFiles {
  files: { path: string; source: Source; kind: string; rows: number }[];
  truthFile: string;
  people: number;
  /** Rows that are things that happened: tickets, messages, touches, orders, deals, calls, chats. */
  events: number;
  stories: { id: string; title: string; people: { person: number; name: string; email: string }[] }[];
  /** The most rows that any one file held in memory at once. */
  peakRowsInHand: number;
}

/** Every person of the demo with their life: first the people of the stories, then ordinary households. */
function* everybody(world: World, count: number): Generator<{ person: Person; happenings?: Happening[] }> {
  let made = 0;
  for (let household = 0; made < count; household++) {
    const members =
      castAt(world, household, made + 1) ??
      householdAt(world.seed, household, made + 1, world.today).map((person) => ({ person }));
    for (const member of members) {
      if (made === count) return;
      made++;
      yield member;
    }
  }
}

async function openSystems(desk: Desk): Promise<SystemWriter[]> {
  const open = [
    openHubspot,
    openSalesforce,
    openZendesk,
    openIntercom,
    openWebShop,
    openMailchimp,
    openOwnTables,
    openLibrary,
  ];
  const systems: SystemWriter[] = [];
  for (const each of open) systems.push(await each(desk));
  return systems;
}

/** Writes everybody and every company into every system; answers with who plays in which story. */
async function fill(
  systems: readonly SystemWriter[],
  world: World,
  options: DemoOptions,
): Promise<DemoFiles['stories']> {
  const players = new Map<string, DemoFiles['stories'][number]['people']>();
  let done = 0;
  for (const { person, happenings } of everybody(world, options.people)) {
    const company =
      person.company === undefined ? undefined : companyAt(world.seed, person.company, world.today);
    const life: Life = { person, company, happenings: happenings ?? live(world, person, company) };
    for (const system of systems) await system.meet(life);
    if (person.story) {
      const player = { person: person.number, name: fullName(person), email: person.email };
      players.set(person.story, [...(players.get(person.story) ?? []), player]);
    }
    if (++done % 100 === 0 || done === options.people) options.onProgress?.(done, options.people);
  }
  for (let number = 0; number < companyCount(options.people); number++) {
    const company = companyAt(world.seed, number, world.today);
    for (const system of systems) await system.know?.(company);
  }
  return STORIES.flatMap(({ id, title }) => {
    const people = players.get(id);
    return people ? [{ id, title, people }] : [];
  });
}

/**
 * Writes the exports of a company that does not exist, Casa Marea, as its six systems, its own tables and its library would give them, and the truth
 * about who is who. The same seed and date give the same bytes; more people leave the first ones as they were. Memory
 * does not grow with the number of people.
 */
export async function writeDemoFiles(folder: string, options: DemoOptions): Promise<DemoFiles> {
  if (!Number.isSafeInteger(options.people) || options.people < 1)
    throw new RangeError(`a demo needs a whole number of people, not ${options.people}`);
  await mkdir(folder, { recursive: true });
  const today = midnight(options.today.getTime());
  const world: World = { seed: options.seed, today, campaigns: campaignsUntil(today) };
  const truth = await Truth.create(folder);
  const systems = await openSystems({ folder, world, truth });
  const files = systems.flatMap((system) => system.files);
  try {
    const stories = await fill(systems, world, options);
    for (const { file, below } of files) await file.close(below?.(file.rows));
    await truth.close();
    return {
      files: files.map(({ path, source, kind, file }) => ({ path, source, kind, rows: file.rows })),
      truthFile: truth.path,
      people: options.people,
      events: files.reduce((sum, { file, happened }) => sum + (happened ? file.rows : 0), 0),
      stories,
      peakRowsInHand: Math.max(truth.file.peakInHand, ...files.map(({ file }) => file.peakInHand)),
    };
  } finally {
    await Promise.allSettled([truth.file, ...files.map(({ file }) => file)].map((each) => each.abandon()));
  }
}
