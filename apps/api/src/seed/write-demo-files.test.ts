import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCast } from '../modules/access/domain/demo-cast.ts';
import { ROWS_IN_HAND } from './files/row-file.ts';
import { type DemoFiles, writeDemoFiles } from './index.ts';
import { type ReadDemo, readDemo } from './read-demo.ts';

const TODAY = new Date('2026-05-20T15:00:00Z');

let folder: string;
let demo: DemoFiles;
let table: ReadDemo['table'];
let objects: ReadDemo['objects'];
let users: ReadDemo['users'];
const temporary: string[] = [];

async function newFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'ancora-demo-'));
  temporary.push(made);
  return made;
}

async function prints(written: DemoFiles): Promise<Record<string, string>> {
  const paths = [...written.files.map(({ path }) => path), written.truthFile];
  const pairs = paths.map(async (path) => [
    basename(path),
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
}

beforeAll(async () => {
  folder = await newFolder();
  demo = await writeDemoFiles(folder, { people: 2000, seed: 1, today: TODAY });
  ({ table, objects, users } = readDemo(folder));
});
afterAll(() => Promise.all(temporary.map((each) => rm(each, { recursive: true }))));

describe('the same demo', () => {
  it('comes out byte for byte from the same seed on the same day, and another from another seed', async () => {
    const make = async (seed: number, today: string) =>
      prints(await writeDemoFiles(await newFolder(), { people: 80, seed, today: new Date(today) }));
    const first = await make(7, '2026-02-11T00:00:00Z');
    expect(await make(7, '2026-02-11T23:59:00Z')).toEqual(first);
    const other = await make(8, '2026-02-11T00:00:00Z');
    expect(other['hubspot-contacts.csv']).not.toBe(first['hubspot-contacts.csv']);
  });

  it('keeps the first people as they are when there are more of them', async () => {
    const small = await newFolder();
    const few = await writeDemoFiles(small, { people: 300, seed: 1, today: TODAY });
    for (const { path, kind, rows } of few.files) {
      if (kind === 'users' || kind === 'organizations') continue;
      const text = await readFile(path, 'utf8');
      const more = await readFile(join(folder, basename(path)), 'utf8');
      expect(more.startsWith(text), basename(path)).toBe(true);
      expect(rows, basename(path)).toBeGreaterThan(0);
    }
  });
});

describe('the size of the demo', () => {
  it('is the number of people asked for and about 25,000 events', async () => {
    expect(demo.people).toBe(2000);
    expect(demo.events).toBeGreaterThan(22_500);
    expect(demo.events).toBeLessThan(27_500);
    const people = new Set((await table('truth.csv')).map(({ person }) => person));
    expect(people.size).toBe(2000);
  });

  it('counts the rows that are really there', async () => {
    for (const { path, rows } of demo.files) {
      const name = basename(path);
      const found = name.endsWith('.csv')
        ? (await table(name)).length
        : name.endsWith('.ndjson')
          ? (await objects(name)).length
          : (Object.values(JSON.parse(await readFile(path, 'utf8')))[0] as unknown[]).length;
      expect(found, name).toBe(rows);
    }
  });

  it('never holds more than a handful of rows of a file, however long the file', () => {
    expect(Math.max(...demo.files.map(({ rows }) => rows))).toBeGreaterThan(5 * ROWS_IN_HAND);
    expect(demo.peakRowsInHand).toBeLessThanOrEqual(ROWS_IN_HAND);
  });

  it('is refused when it is no number of people', async () => {
    for (const people of [0, -3, 2.5, Number.NaN])
      await expect(writeDemoFiles(join(folder, 'none'), { people, seed: 1, today: TODAY })).rejects.toThrow(
        'whole number of people',
      );
  });

  it('tells its progress up to the end', async () => {
    const seen: [number, number][] = [];
    await writeDemoFiles(await newFolder(), {
      people: 130,
      seed: 1,
      today: TODAY,
      onProgress: (...step) => seen.push(step),
    });
    expect(seen).toEqual([
      [100, 130],
      [130, 130],
    ]);
  });
});

describe('life in the demo is ordinary', () => {
  it('is long-tailed: most people do little, a few do a great deal', async () => {
    const truth = await table('truth.csv');
    const person = new Map(truth.map((row) => [`${row.source} ${row.source_key}`, row.person!]));
    const counts = new Map(truth.map((row) => [row.person!, 0]));
    const count = (key: string) => counts.set(person.get(key)!, counts.get(person.get(key)!)! + 1);
    for (const row of await table('shop-orders.csv')) count(`shop ${row['Order ID']}`);
    for (const row of await table('salesforce-tasks.csv')) count(`salesforce ${row.WhoId}`);
    for (const row of await table('intercom-conversations.csv')) count(`intercom ${row.source_author_id}`);
    for (const ticket of await objects('zendesk-tickets.ndjson')) count(`zendesk ${ticket.requester_id}`);
    const sorted = [...counts.values()].sort((a, b) => a - b);
    const mean = sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
    expect(sorted[1000]!).toBeLessThan(mean);
    expect(sorted.filter((each) => each <= 5).length / 2000).toBeGreaterThan(0.6);
    expect(sorted.at(-1)!).toBeGreaterThan(30);
  });

  it('has many people without a ticket, cases without an end, answers that never came and unknown satisfaction', async () => {
    const tickets = (await objects('zendesk-tickets.ndjson')) as unknown as {
      requester_id: number;
      status: string;
      assignee_id: number | null;
      satisfaction_rating: { score: string };
    }[];
    const share = (test: (ticket: (typeof tickets)[number]) => boolean) =>
      tickets.filter(test).length / tickets.length;
    expect(new Set(tickets.map((each) => each.requester_id)).size / 2000).toBeLessThan(0.5);
    expect(share(({ status }) => status !== 'closed' && status !== 'solved')).toBeGreaterThan(0.04);
    expect(share(({ status }) => status !== 'closed' && status !== 'solved')).toBeLessThan(0.25);
    expect(share((each) => each.assignee_id === null)).toBeGreaterThan(0.02);
    expect(share((each) => each.satisfaction_rating.score === 'bad')).toBeGreaterThan(0.03);
    expect(share((each) => each.satisfaction_rating.score === 'good')).toBeGreaterThan(0.1);
    expect(
      share((each) => ['offered', 'unoffered'].includes(each.satisfaction_rating.score)),
    ).toBeGreaterThan(0.5);
  });

  it('loses more deals than it wins, and takes a part of the orders back', async () => {
    const stages = (await table('hubspot-deals.csv')).map((row) => row['Deal Stage']);
    const share = (stage: string) => stages.filter((each) => each === stage).length / stages.length;
    expect(share('Closed Lost')).toBeGreaterThan(share('Closed Won'));
    expect(share('Closed Won')).toBeGreaterThan(0.1);
    const orders = await table('shop-orders.csv');
    const back =
      orders.filter(({ Status }) => Status === 'returned' || Status === 'refunded').length / orders.length;
    expect(back).toBeGreaterThan(0.05);
    expect(back).toBeLessThan(0.15);
  });

  it('lies in the two years before today, and never after', async () => {
    const end = Date.UTC(2026, 4, 20);
    const times = [
      ...(await table('shop-orders.csv')).map((row) => row['Ordered at']),
      ...(await table('mailchimp-activity.csv')).map((row) => row.timestamp),
      ...(await table('intercom-conversation-parts.csv')).map((row) => row.created_at),
      ...(await table('salesforce-tasks.csv')).map((row) => row.CreatedDate),
      ...(await table('hubspot-deals.csv')).map((row) => row['Create Date']),
      ...(await objects('zendesk-comments.ndjson')).map((each) =>
        String(each.created_at).replace('T', ' ').replace('Z', ''),
      ),
    ].map((text) => Date.parse(`${text!.replace(' ', 'T')}Z`));
    expect(times.every((time) => time < end && time > end - 731 * 86_400_000)).toBe(true);
  });

  it('has a few dozen tasks: most of them done, some late, some due today, some ahead, a few without a day', async () => {
    const tasks = await table('salesforce-to-do.csv');
    const open = tasks.filter(({ ISCLOSED }) => ISCLOSED === 'false');
    const due = (test: (day: string) => boolean) =>
      open.filter(({ ACTIVITYDATE }) => ACTIVITYDATE !== '' && test(ACTIVITYDATE!)).length;
    const counts = {
      all: tasks.length,
      done: tasks.length - open.length,
      late: due((day) => day < '2026-05-20'),
      today: due((day) => day === '2026-05-20'),
      ahead: due((day) => day > '2026-05-20'),
    };
    expect(counts.all).toBeGreaterThan(48);
    expect(counts.all).toBeLessThan(150);
    expect(counts.done / counts.all).toBeGreaterThan(0.25);
    expect(counts.done).toBeLessThan(open.length);
    expect(counts.late).toBeGreaterThan(3);
    expect(counts.today).toBeGreaterThan(2);
    expect(counts.ahead).toBeGreaterThan(counts.late);
    expect(counts.late + counts.today + counts.ahead).toBeLessThan(open.length);
    const made = Date.UTC(2026, 4, 20);
    for (const { CREATEDDATE, COMPLETEDDATETIME, ISCLOSED } of tasks) {
      expect(Date.parse(CREATEDDATE!)).toBeLessThan(made);
      expect(COMPLETEDDATETIME === '').toBe(ISCLOSED === 'false');
      if (COMPLETEDDATETIME) {
        expect(Date.parse(COMPLETEDDATETIME)).toBeLessThan(made);
        expect(Date.parse(COMPLETEDDATETIME)).toBeGreaterThanOrEqual(Date.parse(CREATEDDATE!));
      }
    }
  });

  it('has tasks of those as whom one enters the demo, by the names that they have there', async () => {
    const owners = new Set((await table('salesforce-to-do.csv')).map((row) => row['OWNER.NAME']!));
    const entered = demoCast.map(([name]) => name).filter((name) => owners.has(name));
    expect(entered).toEqual(['Sara Conti', 'Jade Martin', 'Tom Reed', 'Luca Ferri', 'Ana Popescu']);
  });

  it('answers at day, and hears from people also in the evening and at night', async () => {
    const hours = (await table('shop-orders.csv')).map((row) => Number(row['Ordered at']!.slice(11, 13)));
    const share = (from: number, to: number) =>
      hours.filter((hour) => hour >= from && hour < to).length / hours.length;
    expect(share(18, 24)).toBeGreaterThan(0.3);
    expect(share(0, 6)).toBeGreaterThan(0.02);
    expect(share(0, 6)).toBeLessThan(0.12);
  });
});

describe('the stories', () => {
  it('are all there, with the people that they need, also in a small demo', async () => {
    const small = await writeDemoFiles(await newFolder(), { people: 40, seed: 3, today: TODAY });
    expect(small.stories).toEqual(demo.stories);
    expect(demo.stories.length).toBeGreaterThanOrEqual(12);
    const told = new Set((await table('truth.csv')).map(({ story }) => story));
    for (const { id, people } of demo.stories) {
      expect(told.has(id), id).toBe(true);
      expect(people.length, id).toBeGreaterThan(0);
    }
  });

  it('let Harriet Osborne send 5 of her 12 orders back', async () => {
    const orders = (await table('shop-orders.csv')).filter(
      ({ Email }) => Email === 'harriet.osborne@postbox.example',
    );
    expect(new Set(orders.map((row) => row['Order ID'])).size).toBe(12);
    expect(orders.filter(({ Status }) => Status === 'returned')).toHaveLength(5);
  });

  it('let the Lefébure family of four be found behind one mailbox', async () => {
    const family = demo.stories.find(({ id }) => id === 'one-mailbox')!;
    expect(family.people).toHaveLength(4);
    const orders = (await table('shop-orders.csv')).filter(
      ({ Email }) => Email === 'famille.lefebure@boite.example',
    );
    expect(orders.length).toBeGreaterThan(2);
    expect((await users()).some(({ email }) => email === 'famille.lefebure@boite.example')).toBe(true);
  });

  it('let Owen and Megan have the same telephone number without being the same', async () => {
    const [owen, megan] = demo.stories.find(({ id }) => id === 'recycled-phone')!.people;
    const phoneOf = async (name: string) => {
      const contact = (await table('salesforce-contacts.csv')).find((row) => row.Name === name);
      return contact && [contact.Phone, contact.MobilePhone, contact.HomePhone].find(Boolean);
    };
    const user = (await users()).find(({ email }) => email === megan!.email) as unknown as { phone: string };
    expect(await phoneOf(owen!.name)).toBe(user.phone);
    expect(owen!.person).not.toBe(megan!.person);
  });
});
