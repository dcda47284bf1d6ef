import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { RequestContext } from '#platform/graphql';
import { eventually } from '../../../../tests/support/eventually.ts';
import { graphqlSockets, type SocketGate } from './graphql-sockets.ts';

/** A stream that tells what is put into it, and remembers whether somebody said goodbye to it. */
function stream() {
  const waiting: ((result: IteratorResult<number>) => void)[] = [];
  const told: AsyncIterableIterator<number> & { tell(value: number): void; isLeft: boolean } = {
    isLeft: false,
    tell: (value) => waiting.shift()?.({ value, done: false }),
    next: () => new Promise((resolve) => waiting.push(resolve)),
    async return() {
      told.isLeft = true;
      for (const resolve of waiting.splice(0)) resolve({ value: undefined, done: true });
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => told,
  };
  return told;
}

describe('a live connection', () => {
  let server: Server;
  let sockets: ReturnType<typeof graphqlSockets>;
  let source: ReturnType<typeof stream>;
  let isAway = false;
  let client: WebSocket;
  let heard: string[];
  let surprises: string[];

  beforeEach(async () => {
    isAway = false;
    heard = [];
    surprises = [];
    source = stream();
    const schema = buildSchema('type Query { now: Int } type Subscription { count: Int }');
    const { count } = (schema.getSubscriptionType() as GraphQLObjectType).getFields();
    count!.subscribe = () => source;
    count!.resolve = (value) => value;
    const gate: SocketGate = {
      isOurOrigin: () => true,
      mask(formatted, error) {
        surprises.push((error as Error).message);
        return formatted;
      },
      gate: { textOf: ({ query }) => String(query), assertMayAsk: () => undefined },
      askerOf: () => 'page' as never,
      async contextOf() {
        if (isAway) throw new Error('PostgreSQL is away.');
        return { viewer: { kind: 'user' } } as RequestContext;
      },
    };
    sockets = graphqlSockets(schema, gate);
    server = createServer().on('upgrade', sockets.upgrade).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    client = new WebSocket(
      `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      'graphql-transport-ws',
    );
    client.on('message', (data) => heard.push(String(data)));
    await new Promise((done) => client.once('open', done));
    client.send('{"type":"connection_init"}');
    await eventually(() => expect(heard.join()).toContain('connection_ack'));
    client.send('{"id":"a","type":"subscribe","payload":{"query":"subscription { count }"}}');
    // Nothing says that a subscription stands, so it is told until it hears.
    await eventually(() => {
      source.tell(1);
      expect(heard.some((one) => one.includes('"count":1'))).toBe(true);
    });
  });
  afterEach(async () => {
    client.terminate();
    await sockets.close();
    server.close();
  });

  it('leaves its stream when the page goes', async () => {
    client.close();
    await eventually(() => expect(source.isLeft).toBe(true));
  });

  it('leaves its stream when an event fails, and breaks off, so that the page comes back and reads afresh', async () => {
    const closed = new Promise<number>((resolve) => client.once('close', resolve));
    isAway = true;
    await eventually(() => {
      source.tell(2);
      expect(source.isLeft).toBe(true);
    });
    // "Try again later": after an internal error, or one in answer, the page would not come back.
    expect(await closed).toBe(1013);
    expect(surprises).toEqual(['PostgreSQL is away.']);
    expect(heard.filter((one) => one.includes('"error"'))).toEqual([]);
  });

  it('that comes while PostgreSQL is away is told to come again later', async () => {
    isAway = true;
    const newcomer = new WebSocket(client.url, 'graphql-transport-ws');
    newcomer.once('open', () => newcomer.send('{"type":"connection_init"}'));
    expect(await new Promise((resolve) => newcomer.once('close', resolve))).toBe(1013);
  });

  it('that asks while PostgreSQL is away is told to come again later', async () => {
    isAway = true;
    client.send('{"id":"b","type":"subscribe","payload":{"query":"subscription { count }"}}');
    expect(await new Promise((resolve) => client.once('close', resolve))).toBe(1013);
  });
});
