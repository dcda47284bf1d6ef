import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGraph, modules } from '../../apps/api/src/app/index.ts';
import { addDemoUsers, openDemoUsers } from '../../apps/api/src/modules/access/index.ts';
import type { Located, SignalKind } from '../../apps/api/src/modules/house/index.ts';
import { type Carrier, carryLetters } from '../../apps/api/src/modules/outbox/index.ts';
import { support } from '../../apps/api/src/modules/support/index.ts';
import { messageSignal } from '../../apps/api/src/modules/support/record-message.ts';
import { ticketSignal } from '../../apps/api/src/modules/support/record-ticket.ts';
import { tell } from '../../apps/api/src/modules/timeline/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestPerson, type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
let ada: TestPerson;
let boris: TestPerson;
let tom: Viewer;
let ana: Viewer;

// biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
async function ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}): Promise<any> {
  const result = await graphql({
    schema,
    source,
    contextValue: makeContext(world.database, viewer),
    variableValues: variables,
  });
  expect(result.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(result.data));
}
const ticketFields =
  'id number subject status assigneeName tags cause sourceStatus assignee { id } clocks { kind state dueAt } replyAddress';
const refusal = '... on Refusal { code message field }';

beforeAll(async () => {
  world = await testWorld();
  schema = buildGraph(modules);
  ada = await world.person('Ada');
  boris = await world.person('Boris');
  await world.database.query(`UPDATE customer SET email = lower(display_name) || '@example.org'`);
  await world.database.transaction((tx) => addDemoUsers(tx));
  const users = await openDemoUsers(world.database);
  const viewer = (role: string): Viewer => {
    const user = users.find((one) => one.role === role)!;
    return { kind: 'user', id: user.id, name: user.name, role, department: user.department };
  };
  tom = viewer('support-agent');
  ana = viewer('support-lead');
});
afterAll(() => world.close());

/** Records a signal and tells the timeline, as the front door does. */
async function record<Body, Asked>(kind: SignalKind<Body, Asked>, items: Located<Body>[]): Promise<void> {
  await world.database.transaction(async (tx) => tell(tx, (await kind.record(tx, items)).entries));
}

let n = 0;
/** A ticket that another system told of, with a question of the customer. */
async function imported(body: object = {}, person = ada): Promise<{ id: string; key: string; seen: string }> {
  n += 1;
  const key = `ticket:${n}`;
  const at = new Date(Date.UTC(2026, 0, 5, 9)).toISOString();
  await record(ticketSignal, [
    await world.located(
      ticketSignal,
      { subjectKey: key, at, body: { subject: `Matter ${n}`, status: 'open', channel: 'email', ...body } },
      { person },
    ),
  ]);
  await asks(key, 9);
  const [row] = await world.database.query<{ id: string }>('SELECT id FROM ticket WHERE source_key = $1', [
    key,
  ]);
  const [message] = await world.database.query<{ id: string }>(
    'SELECT id FROM message WHERE ticket_id = $1',
    [row!.id],
  );
  return { id: row!.id, key, seen: message!.id };
}
let m = 0;
async function asks(key: string, hour: number, more: object = {}): Promise<void> {
  m += 1;
  await record(messageSignal, [
    await world.located(messageSignal, {
      subjectKey: `message:${m}`,
      at: new Date(Date.UTC(2026, 0, 5, hour, 1)).toISOString(),
      body: { ticketKey: key, authorKind: 'customer', text: `Question ${m}`, ...more },
    }),
  ]);
}
const reply = async (viewer: Viewer, ticketId: string, more: object = {}) =>
  (
    await ask(
      viewer,
      `mutation ($input: NewTicketWords!) { replyToTicket(input: $input) { __typename
         ... on TicketWriting { ticket { ${ticketFields} } written { id body delivery { state toAddress channel } } } ${refusal} } }`,
      { input: { ticketId, body: 'Here you are', ...more } },
    )
  ).replyToTicket;
const change = async (viewer: Viewer, id: string, what: object) =>
  (
    await ask(
      viewer,
      `mutation ($ids: [ID!]!, $change: TicketChange!) { changeTickets(ids: $ids, change: $change) { __typename
         ... on ChangedTickets { tickets { ${ticketFields} } } ${refusal} } }`,
      { ids: [id], change: what },
    )
  ).changeTickets;
const look = async (id: string) =>
  (
    await ask(
      tom,
      `query ($id: ID!) { ticket(id: $id) { ${ticketFields} mergedInto { id } bonds { kind ticket { id } }
         thread { earlier items { __typename ... on Message { id body isPublic authorName } ... on TicketEvent { field before after actorName } } } } }`,
      { id },
    )
  ).ticket;
const told = async (id: string): Promise<string[]> =>
  (await look(id)).thread.items.map((item: Record<string, string>) =>
    item.__typename === 'Message' ? item.body : `${item.field}: ${item.before} → ${item.after}`,
  );
const timeline = async () =>
  (
    await world.database.query<{ title: string }>(
      'SELECT title FROM timeline_entry WHERE customer_id = $1 ORDER BY at, title',
      [ada.customerId],
    )
  ).map(({ title }) => title);
const takeBack = async (viewer: Viewer, id: string) =>
  (
    await ask(
      viewer,
      `mutation ($id: ID!) { takeBackMessage(id: $id) { __typename ... on TicketWriting { ticket { ${ticketFields} } written { body } } ${refusal} } }`,
      { id },
    )
  ).takeBackMessage;
const carried: string[] = [];
const post: Carrier = {
  channel: 'email',
  carry: async (letter) => {
    carried.push(`${letter.toAddress}: ${letter.body}`);
    return { outcome: 'sent', externalId: `<${letter.id}@test>` };
  },
};
const later = () => new Date(Date.now() + 60_000);
beforeEach(async () => {
  carried.length = 0;
  await world.database.query('DELETE FROM letter');
});

describe('an answer', () => {
  it('is held, then leaves; only then the customer’s story tells of it', async () => {
    const { id, seen } = await imported();
    const answer = await reply(tom, id, {
      seenMessageId: seen,
      change: { status: 'SOLVED', addTags: ['sso'] },
    });
    expect(answer).toMatchObject({
      ticket: {
        status: 'SOLVED',
        assigneeName: 'Tom Reed',
        assignee: { id: tom.id },
        tags: ['sso'],
        sourceStatus: 'open',
      },
      written: { delivery: { state: 'HELD', toAddress: 'ada@example.org', channel: 'email' } },
    });
    expect((await timeline()).filter((title) => title.includes(answer.ticket.subject))).toEqual([
      `Ticket opened: ${answer.ticket.subject}`,
      `Customer wrote: ${answer.ticket.subject}`,
    ]);
    await carryLetters(world.database, [post], later);
    expect(carried).toEqual(['ada@example.org: Here you are']);
    expect((await timeline()).filter((title) => title.includes(answer.ticket.subject))).toEqual(
      expect.arrayContaining([
        `We replied: ${answer.ticket.subject}`,
        `Ticket solved: ${answer.ticket.subject}`,
      ]),
    );
  });

  it('that was taken back was never sent, and all that was done with it is undone', async () => {
    const { id } = await imported({ priority: 'low' });
    const before = await look(id);
    const answer = await reply(tom, id, { change: { status: 'SOLVED', priority: 'HIGH', addTags: ['sso'] } });
    // Somebody else changes another thing meanwhile: that stays.
    await change(ana, id, { cause: 'HOW_TO' });
    const back = await takeBack(tom, answer.written.id);
    expect(back).toMatchObject({ __typename: 'TicketWriting', written: { body: 'Here you are' } });
    expect(await look(id)).toMatchObject({
      ...before,
      cause: 'HOW_TO',
      thread: { items: [{ body: expect.stringContaining('Question') }, { field: 'cause' }] },
    });
    await carryLetters(world.database, [post], later);
    expect(carried).toEqual([]);
  });

  it('is taken back by who wrote it only, and not once it has left', async () => {
    const { id } = await imported();
    const answer = await reply(tom, id);
    expect(await takeBack(ana, answer.written.id)).toMatchObject({ code: 'NOT_YOURS' });
    await carryLetters(world.database, [post], later);
    expect(await takeBack(tom, answer.written.id)).toMatchObject({ code: 'ALREADY_LEFT' });
  });

  it('is not given twice: the second of two agents is refused and told why, and nothing is written', async () => {
    const { id, seen } = await imported();
    expect((await reply(tom, id, { seenMessageId: seen })).__typename).toBe('TicketWriting');
    expect(await reply(ana, id, { seenMessageId: seen, body: 'Mine' })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      message: 'Tom Reed wrote while you were writing. Read it first; your text is still here.',
    });
    expect(await told(id)).not.toContain('Mine');
  });

  it('two agents at the very same moment: one answer', async () => {
    const { id, seen } = await imported();
    const both = await Promise.all([
      reply(tom, id, { seenMessageId: seen }),
      reply(ana, id, { seenMessageId: seen }),
    ]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Refusal', 'TicketWriting']);
  });

  it('needs an address and words', async () => {
    const { id } = await imported({}, await world.person('Nobody'));
    expect(await reply(tom, id)).toMatchObject({ code: 'NO_ADDRESS' });
    expect(await reply(tom, (await imported()).id, { body: ' \n ' })).toMatchObject({ code: 'NO_WORDS' });
  });

  it('is not a note: a note is never sent', async () => {
    const { id } = await imported();
    await ask(tom, 'mutation ($input: NewTicketWords!) { addTicketNote(input: $input) { __typename } }', {
      input: { ticketId: id, body: 'Between us' },
    });
    await carryLetters(world.database, [post], later);
    expect(carried).toEqual([]);
    expect((await look(id)).thread.items.at(-1)).toMatchObject({ body: 'Between us', isPublic: false });
  });
});

describe('what we say of a ticket of another system', () => {
  it('stands when it is imported again, and gives way to newer words of its source', async () => {
    const { id, key } = await imported();
    await change(tom, id, { status: 'HOLD', assigneeId: tom.id });
    const again = async (day: number, body: object) =>
      record(ticketSignal, [
        await world.located(
          ticketSignal,
          { subjectKey: key, at: `2026-02-0${day}T00:00:00.000Z`, body },
          { person: ada },
        ),
      ]);
    await again(1, { status: 'open', priority: 'urgent' });
    expect(await look(id)).toMatchObject({ status: 'HOLD', sourceStatus: 'open', assignee: { id: tom.id } });
    await again(2, { status: 'solved' });
    expect(await look(id)).toMatchObject({ status: 'SOLVED', sourceStatus: null });
    expect(await told(id)).toEqual(
      expect.arrayContaining(['status: open → hold', 'status: hold → solved', 'assignee: null → Tom Reed']),
    );
  });

  it('a customer who writes again wakes what we thought was solved', async () => {
    const { id, key } = await imported();
    await change(tom, id, { status: 'SOLVED' });
    await world.database.query(`UPDATE ticket SET solved_at = '2026-01-05T10:00:00Z' WHERE id = $1`, [id]);
    await asks(key, 12);
    expect(await look(id)).toMatchObject({ status: 'OPEN' });
    expect(await timeline()).toEqual(expect.arrayContaining([expect.stringContaining('Ticket reopened')]));
  });

  it('an answer to what we sent belongs to the ticket, or to the one in which it goes on', async () => {
    const [one, other] = [await imported(), await imported()];
    const sent = await reply(tom, one.id);
    const key = async () => (await support.letters!.threadOf!(world.database, sent.written.id))?.key;
    expect(await key()).toBe(one.key);
    await ask(
      tom,
      'mutation ($id: ID!, $intoId: ID!) { mergeTickets(id: $id, intoId: $intoId) { __typename } }',
      { id: one.id, intoId: other.id },
    );
    expect(await key()).toBe(other.key);
  });
});

describe('a ticket of our own', () => {
  it('is opened with a number, in the name of the customer, and stands beside the others', async () => {
    const { openTicket } = await ask(
      tom,
      `mutation ($input: NewTicket!) { openTicket(input: $input) { __typename ... on Ticket { ${ticketFields} isOurOwn } ${refusal} } }`,
      {
        input: {
          customerId: ada.customerId,
          subject: 'Called about the oven',
          channel: 'phone',
          change: { assigneeId: tom.id },
        },
      },
    );
    expect(openTicket).toMatchObject({ isOurOwn: true, status: 'NEW', assignee: { id: tom.id } });
    expect(openTicket.number).toMatch(/^A-\d+$/);
    expect(await timeline()).toContain('Ticket opened: Called about the oven');
    const { customer } = await ask(tom, 'query ($id: ID!) { customer(id: $id) { tickets { id } } }', {
      id: ada.customerId,
    });
    expect(customer.tickets.map(({ id }: { id: string }) => id)).toContain(openTicket.id);
  });
});

describe('merging, splitting and linking tickets', () => {
  const move = async (source: string, variables: object) =>
    (await ask(tom, `mutation ${source}`, { ...variables })).move;
  const merge = (id: string, intoId: string) =>
    move(
      `($id: ID!, $intoId: ID!) { move: mergeTickets(id: $id, intoId: $intoId) { __typename ... on Ticket { id } ${refusal} } }`,
      { id, intoId },
    );

  it('a merged ticket goes on in the other one, and comes back whole', async () => {
    const [one, other] = [await imported(), await imported()];
    const [before, alone] = [await told(one.id), await told(other.id)];
    expect(await merge(one.id, other.id)).toMatchObject({ id: other.id });
    expect(await told(other.id)).toEqual(expect.arrayContaining([...before, ...alone]));
    expect(await reply(tom, one.id)).toMatchObject({ code: 'MERGED_AWAY' });
    await move(`($id: ID!) { move: unmergeTicket(id: $id) { __typename ... on Ticket { id } ${refusal} } }`, {
      id: one.id,
    });
    expect(await told(one.id)).toEqual(before);
    expect((await told(other.id)).filter((line) => line.startsWith('Question'))).toEqual(alone);
  });

  it('tickets of two customers are never merged, nor a ticket with itself', async () => {
    const [one, other] = [await imported(), await imported({}, boris)];
    expect(await merge(one.id, other.id)).toMatchObject({ code: 'OTHER_CUSTOMER' });
    expect(await merge(one.id, one.id)).toMatchObject({ code: 'SAME_TICKET' });
  });

  it('another matter becomes a ticket of its own with its messages, also when its source tells of them again', async () => {
    const { id, key } = await imported();
    await asks(key, 11, { text: 'And the oven is cold' });
    const { thread } = await look(id);
    const oven = thread.items.find(({ body }: { body: string }) => body === 'And the oven is cold').id;
    const split = await move(
      `($id: ID!, $ids: [ID!]!) { move: splitTicket(id: $id, messageIds: $ids, subject: "The oven") { __typename ... on Ticket { id subject } ${refusal} } }`,
      { id, ids: [oven] },
    );
    expect(await told(split.id)).toEqual(['And the oven is cold']);
    expect(await told(id)).not.toContain('And the oven is cold');
    expect((await look(id)).bonds).toEqual([{ kind: 'split', ticket: { id: split.id } }]);
  });
});

describe('the inbox', () => {
  const inbox = async (viewer: Viewer, filter: object) =>
    await ask(
      viewer,
      'query ($filter: InboxFilter) { inbox(filter: $filter, first: 100) { edges { node { id } } } inboxCounts { mine unassigned open breaching } }',
      {
        filter,
      },
    );
  it('shows each what waits for them, and counts it', async () => {
    const one = await imported({ subject: 'Zebra stripes' });
    const before = (await inbox(ana, {})).inboxCounts;
    await change(tom, one.id, { assigneeId: ana.id });
    const after = await inbox(ana, { mine: true });
    expect(after.inbox.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(one.id);
    expect(after.inboxCounts).toMatchObject({ mine: before.mine + 1, unassigned: before.unassigned - 1 });
    expect((await inbox(tom, { text: 'zebra' })).inbox.edges).toHaveLength(1);
    expect((await inbox(tom, { text: '100%' })).inbox.edges).toHaveLength(0);
  });

  it('is narrowed by whose they are, where they stand, how they press and how they came, and says what there is to choose', async () => {
    const told = { subject: 'Walrus', assigneeName: 'Irina Far', channel: 'sms', priority: 'urgent' };
    const hers = await imported({ ...told });
    const calm = await imported({ ...told, priority: 'low', status: 'pending' });
    const done = await imported({ ...told, status: 'solved' });
    const idsOf = async (filter: object) =>
      (await inbox(tom, { text: 'walrus', ...filter })).inbox.edges
        .map(({ node }: { node: { id: string } }) => node.id)
        .sort();
    const some = (...tickets: { id: string }[]) => tickets.map(({ id }) => id).sort();
    expect(await idsOf({ assigneeNames: ['Irina Far', 'Nobody'] })).toEqual(some(hers, calm));
    expect(await idsOf({ assigneeNames: ['Nobody'] })).toEqual([]);
    expect(await idsOf({ channels: ['sms'], priorities: ['URGENT'] })).toEqual(some(hers));
    expect(await idsOf({ statuses: ['SOLVED', 'PENDING'] })).toEqual(some(calm, done));
    expect(await idsOf({ solvedToo: true })).toEqual(some(hers, calm, done));
    const { inboxFacets } = await ask(
      tom,
      'query ($filter: InboxFilter) { inboxFacets(filter: $filter) { assignees { value count } statuses { value count } priorities { value count } channels { value count } } }',
      { filter: { text: 'walrus', solvedToo: true } },
    );
    expect(inboxFacets).toEqual({
      assignees: [{ value: 'Irina Far', count: 3 }],
      statuses: [
        { value: 'OPEN', count: 1 },
        { value: 'PENDING', count: 1 },
        { value: 'SOLVED', count: 1 },
      ],
      priorities: [
        { value: 'URGENT', count: 2 },
        { value: 'LOW', count: 1 },
      ],
      channels: [{ value: 'sms', count: 3 }],
    });
  });

  it('pages without losing or repeating any, whatever the order', async () => {
    for (const sort of ['DUE', 'NEWEST', 'OLDEST', 'PRIORITY']) {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const page: {
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        } = (
          await ask(
            tom,
            'query ($after: String, $sort: InboxSort) { inbox(first: 3, after: $after, sort: $sort) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
            { after, sort },
          )
        ).inbox;
        ids.push(...page.edges.map(({ node }: { node: { id: string } }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      const all = (
        await ask(
          tom,
          'query ($sort: InboxSort) { inbox(first: 100, sort: $sort) { edges { node { id } } } }',
          { sort },
        )
      ).inbox;
      expect(ids).toEqual(all.edges.map(({ node }: { node: { id: string } }) => node.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('knows who else is there, and what they do', async () => {
    const { id } = await imported();
    await ask(ana, 'mutation ($id: ID!) { attendTicket(id: $id, doing: REPLYING) { id } }', { id });
    const { attendTicket } = await ask(
      tom,
      'mutation ($id: ID!) { attendTicket(id: $id, doing: LOOKING) { presence { userName doing } } }',
      { id },
    );
    expect(attendTicket.presence).toEqual([{ userName: 'Ana Popescu', doing: 'REPLYING' }]);
    await ask(ana, 'mutation ($id: ID!) { attendTicket(id: $id) { id } }', { id });
    const { ticket } = await ask(tom, 'query ($id: ID!) { ticket(id: $id) { presence { userName } } }', {
      id,
    });
    expect(ticket.presence).toEqual([]);
  });
});

describe('clocks of tickets', () => {
  it('run by the policy that fits, stop at the answer, stand still on hold, and follow what is promised', async () => {
    const { id } = await imported();
    expect((await look(id)).clocks).toEqual([]);
    const { saveSlaPolicy } = await ask(
      ana,
      `mutation ($input: SaveSlaPolicy!) { saveSlaPolicy(input: $input) { __typename ... on SlaPolicy { id } ${refusal} } }`,
      {
        input: {
          name: 'Everybody',
          place: 1,
          priorities: [],
          channels: [],
          customerTags: [],
          stages: [],
          firstReplyMinutes: 60,
          resolutionMinutes: 480,
        },
      },
    );
    expect(saveSlaPolicy.__typename).toBe('SlaPolicy');
    expect((await look(id)).clocks).toEqual([
      { kind: 'FIRST_REPLY', state: 'RUNNING', dueAt: '2026-01-05T10:00:00.000Z' },
      { kind: 'RESOLUTION', state: 'RUNNING', dueAt: '2026-01-05T17:00:00.000Z' },
    ]);
    await reply(tom, id, { change: { status: 'HOLD' } });
    expect(
      (await look(id)).clocks.map(({ kind, state }: Record<string, string>) => `${kind} ${state}`),
    ).toEqual(['FIRST_REPLY BROKEN', 'RESOLUTION PAUSED']);
    await ask(ana, `mutation ($id: ID!) { removeSlaPolicy(id: $id) { __typename } }`, {
      id: saveSlaPolicy.id,
    });
    expect((await look(id)).clocks).toEqual([]);
  });

  it.each([
    [{ name: 'Nothing', firstReplyMinutes: null }, 'NOTHING_PROMISED'],
    [{ name: ' ', firstReplyMinutes: 5 }, 'BAD_POLICY'],
    [{ name: 'x', firstReplyMinutes: 0, resolutionMinutes: 5 }, 'BAD_POLICY'],
  ])('a policy is not just anything: %j', async (wish, code) => {
    const input = { place: 1, priorities: [], channels: [], customerTags: [], stages: [], ...wish };
    const { saveSlaPolicy } = await ask(
      ana,
      `mutation ($input: SaveSlaPolicy!) { saveSlaPolicy(input: $input) { __typename ${refusal} } }`,
      { input },
    );
    expect(saveSlaPolicy).toMatchObject({ code });
  });
});

describe('What a reply promises', () => {
  const promised = async (id: string) =>
    (
      await ask(
        tom,
        `query ($id: ID!) { ticket(id: $id) { promises { words kind channel standing dueAt } } }`,
        { id },
      )
    ).ticket.promises;
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();

  it('is a promise to the customer as soon as it is sent, and none when the reply is taken back', async () => {
    const { id, seen } = await imported();
    const sent = await reply(tom, id, {
      seenMessageId: seen,
      promise: { words: 'A call', kind: 'CALL_BACK', dueAt },
    });
    expect(sent.__typename).toBe('TicketWriting');
    expect(await promised(id)).toMatchObject([
      { words: 'A call', kind: 'CALL_BACK', channel: 'email', standing: 'OPEN' },
    ]);
    const { customer } = await ask(
      tom,
      `query ($id: ID!) { customer(id: $id) { promises { words serviceLevel promiserName } } }`,
      { id: ada.customerId },
    );
    expect(customer.promises).toContainEqual({ words: 'A call', serviceLevel: null, promiserName: tom.name });
    await ask(tom, `mutation ($id: ID!) { takeBackMessage(id: $id) { __typename } }`, {
      id: sent.written.id,
    });
    expect(await promised(id)).toEqual([]);
  });

  it('is refused with the reply when it is due already: nothing is sent', async () => {
    const { id, seen } = await imported();
    const over = new Date(Date.now() - 60_000).toISOString();
    expect(
      await reply(tom, id, { seenMessageId: seen, promise: { words: 'A call', dueAt: over } }),
    ).toMatchObject({
      code: 'NO_SUCH_DAY',
      field: 'promise',
    });
    expect(await promised(id)).toEqual([]);
  });
});

describe('How a customer uses a channel', () => {
  it('is told by what they wrote there, and by how soon they answer us, from three answers on', async () => {
    const carla = await world.person('Carla');
    const { key } = await imported({ channel: 'whatsapp' }, carla);
    for (const [place, minute] of [10, 20, 60].entries()) {
      await record(messageSignal, [
        await world.located(messageSignal, {
          subjectKey: `habit-ours:${place}`,
          at: new Date(Date.UTC(2026, 0, 6 + place, 9)).toISOString(),
          body: { ticketKey: key, authorKind: 'agent', text: 'Ours' },
        }),
        await world.located(messageSignal, {
          subjectKey: `habit-theirs:${place}`,
          at: new Date(Date.UTC(2026, 0, 6 + place, 9, minute)).toISOString(),
          body: { ticketKey: key, authorKind: 'customer', text: 'Theirs' },
        }),
      ]);
      const { customer } = await ask(
        tom,
        `query ($id: ID!) { customer(id: $id) { channelHabits { channel messages answers answerMinutes } } }`,
        { id: carla.customerId },
      );
      expect(customer.channelHabits).toEqual([
        {
          channel: 'whatsapp',
          messages: place + 2,
          answers: place + 1,
          answerMinutes: place === 2 ? 20 : null,
        },
      ]);
    }
  });
});
