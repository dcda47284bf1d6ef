import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeedCursor } from '../../apps/api/src/modules/changes/index.ts';
import { eventually } from '../support/eventually.ts';
import { theId, writeHiddenWorld } from '../support/hidden-world.ts';
import { type Listening, listen } from '../support/listen.ts';
import { askGraph, type ServedApp, serveApp } from '../support/serve-app.ts';
import { enterDemo } from '../support/sign-in.ts';

let app: ServedApp;
let rep: string;
let agent: string;

beforeAll(async () => {
  app = await serveApp();
  await writeHiddenWorld(app.fresh.ownerUrl, 0);
  [rep, agent] = await Promise.all([
    enterDemo(app.address, 'SALES_REP'),
    enterDemo(app.address, 'SUPPORT_AGENT'),
  ]);
});
afterAll(async () => {
  await app.close();
});

const read = `query Page($id: ID!) { customer(id: $id) { id displayName } }`;
const changes = `subscription ($id: ID, $after: String, $atMost: Int) {
  customerChanged(id: $id, after: $after, atMost: $atMost) { kinds cursor customer { displayName summary { openDeals openDealValue { amount } } } }
}`;

/** Reads the page, and gives where it was read. */
async function readPage(cookie: string): Promise<string> {
  const { headers } = await askGraph(app.address, read, { cookie, variables: { id: theId } });
  return headers.get('ancora-feed')!;
}

const change = (kind: string, id: string = theId) =>
  app.database.transaction(async (tx) => {
    await tx.query(`INSERT INTO change (customer_id, kinds) VALUES ($1, ARRAY[$2])`, [id, kind]);
    tx.ring('ancora_change');
  });

/** What is handed out already, nobody hears by chance who begins to listen now. */
const untilHandedOut = (after: string) =>
  eventually(async () => expect((await readPage(rep)).slice(0, 30) > after.slice(0, 30)).toBe(true));

/** The kinds of all events until one has the last kind. */
async function kindsUntil({ heard }: Listening, last: string): Promise<string[]> {
  const kinds = () =>
    heard.flatMap(({ data }) => (data as { customerChanged: { kinds: string[] } }).customerChanged.kinds);
  await eventually(() => expect(kinds()).toContain(last));
  return kinds();
}

describe('what is committed between the read of a page and the moment its subscription stands', () => {
  it('is told when it does: the answer said where in the feed it was read', async () => {
    const after = await readPage(rep);
    // The subscription is held: on its way, or its code is still loading.
    await change('between');
    const live = await listen(
      app.address,
      { cookie: rep },
      { query: changes, variables: { id: theId, after } },
    );
    await change('live');
    expect(await kindsUntil(live, 'live')).toEqual(['between', 'live']);
    live.close();
  });

  it('is missed by a page that does not say where it was read (the control that must fail)', async () => {
    const before = await readPage(rep);
    await change('unheard');
    await untilHandedOut(before);
    const live = await listen(app.address, { cookie: rep }, { query: changes, variables: { id: theId } });
    // Nothing says that this one stands.
    const again = setInterval(() => void change('end'), 100);
    try {
      expect(await kindsUntil(live, 'end')).not.toContain('unheard');
    } finally {
      clearInterval(again);
      live.close();
    }
  });

  it('is told to whoever comes back after a break from the last that they heard', async () => {
    const after = await readPage(rep);
    await change('before the break');
    const first = await listen(app.address, { cookie: rep }, { query: changes, variables: { after } });
    await kindsUntil(first, 'before the break');
    const { cursor } = (first.heard.at(-1)!.data as { customerChanged: { cursor: string } }).customerChanged;
    first.close();
    await change('meanwhile');
    const second = await listen(
      app.address,
      { cookie: rep },
      { query: changes, variables: { after: cursor } },
    );
    expect(await kindsUntil(second, 'meanwhile')).toEqual(['meanwhile']);
    second.close();
  });

  it('shows a role no more of it than it may see', async () => {
    const after = await readPage(agent);
    await change('secret');
    const live = await listen(
      app.address,
      { cookie: agent },
      { query: changes, variables: { id: theId, after } },
    );
    await kindsUntil(live, 'secret');
    expect(live.heard).toMatchObject([
      {
        data: { customerChanged: { customer: { summary: { openDeals: 1, openDealValue: null } } } },
        errors: [{ extensions: { code: 'FORBIDDEN', field: 'CustomerSummary.openDealValue' } }],
      },
    ]);
    live.close();
  });

  it('is refused with “read afresh” where more customers changed than a page wants to be told of, and by a cursor of another history', async () => {
    const after = await readPage(rep);
    await change('one');
    await change('two', '00000000-0000-7000-8000-000000000002');
    const refusalOf = async (variables: object) => {
      const live = await listen(app.address, { cookie: rep }, { query: changes, variables });
      await eventually(() => expect(live.refused).toHaveLength(1));
      live.close();
      return live.refused[0]!.extensions.code;
    };
    await untilHandedOut(after);
    expect(await refusalOf({ after, atMost: 1 })).toBe('RESYNC');
    expect(await refusalOf({ after: `${'f'.repeat(15)}0${after.slice(16)}` })).toBe('RESYNC');
    expect(await refusalOf({ after: 'x' })).toBe('BAD_USER_INPUT');
  });
});

describe('an answer says where it was read', () => {
  const placeOf = async (query: string, cookie?: string) =>
    (await askGraph(app.address, query, cookie ? { cookie, variables: { id: theId } } : {})).headers.get(
      'ancora-feed',
    );

  it('whether PostgreSQL wrote it or the resolvers did, the first time and from then on', async () => {
    const byResolvers = '{ viewer { user { id } } }';
    for (const query of [read, read, byResolvers, byResolvers])
      expect(readFeedCursor((await placeOf(query, rep)) ?? '', Date.now())).toMatchObject({
        xid: expect.stringMatching(/^\d+$/),
      });
  });

  it('and tells nothing of it to somebody who is not signed in', async () =>
    expect(await placeOf('{ entrance { demoUsers { id } } }')).toBeNull());
});
