import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { OperationTypeNode, parse } from 'graphql';
import type { Client, ExecutionResult, Sink, SubscribePayload } from 'graphql-ws';
import { Observable } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveLink } from './live-link.ts';
import { ReadPlaces } from './read-places.ts';

const people = parse('query People($q: String = "a") { people(q: $q) }');
const weather = parse('query Weather { weather }');
const changes = parse('subscription Changed($after: String) { changed(after: $after) { cursor } }');

/** A socket of which the test holds the other end. */
function heldSocket() {
  const subscribed: { payload: SubscribePayload; sink: Sink<ExecutionResult>; stopped: boolean }[] = [];
  const subscribe = ((payload, sink) => {
    const one = { payload, sink: sink as Sink<ExecutionResult>, stopped: false };
    subscribed.push(one);
    return () => {
      one.stopped = true;
    };
  }) as Client['subscribe'];
  return {
    socket: { subscribe },
    subscribed,
    /** What would be sent now, as after every break. */
    after: () => JSON.parse(JSON.stringify(subscribed.at(-1)!.payload)).variables.after as string | undefined,
  };
}

/** A tab whose reads are answered at the place that the test says. */
function makeTab() {
  const held = heldSocket();
  const places = new ReadPlaces();
  const server = { place: '10', asked: [] as string[] };
  const http = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        server.asked.push(operation.operationName ?? '');
        const headers = new Headers(server.place ? { 'ancora-feed': server.place } : {});
        operation.setContext({ response: { headers } });
        observer.next({ data: { people: server.place, weather: 'fair' } });
        observer.complete();
      }),
  );
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      liveLink(held.socket, places),
      places.link.concat(http),
    ),
  });
  const show = (query = people) => {
    const shown = client.watchQuery({ query });
    shown.subscribe(() => {});
    return shown;
  };
  const listen = (keeps = ['People']) => {
    const heard: unknown[] = [];
    const failed: unknown[] = [];
    const stop = client
      .subscribe({ query: changes, context: { keeps, queryDeduplication: false } })
      .subscribe(({ data, error }) => (error ? failed.push(error) : heard.push(data)));
    return { heard, failed, stop: () => stop.unsubscribe() };
  };
  return { ...held, client, server, show, listen };
}

const event = (cursor: string) => ({ data: { changed: { cursor } } });

describe('a live subscription', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins where its answers were read: before the page was there, by a loader or by somebody who only hovered', async () => {
    const tab = makeTab();
    await tab.client.query({ query: people });
    tab.server.place = '20';
    await tab.client.query({ query: weather });
    tab.show();
    tab.listen();
    expect(tab.after()).toBe('10');
  });

  it('begins at the oldest of several answers, whatever else was read long before', async () => {
    const tab = makeTab();
    tab.server.place = '05';
    await tab.client.query({ query: parse('query Shell { weather }') });
    tab.server.place = '10';
    await tab.client.query({ query: people });
    tab.server.place = '20';
    await tab.client.query({ query: weather });
    tab.show();
    tab.show(weather);
    tab.listen(['Weather', 'People']);
    expect(tab.after()).toBe('10');
  });

  it('begins no later than its question set out, when the answer is still on its way', async () => {
    const tab = makeTab();
    await tab.client.query({ query: weather });
    tab.listen();
    tab.server.place = '30';
    expect(tab.after()).toBe('10');
  });

  it('goes on after a break where it heard something last, or where the page was read anew since', async () => {
    const tab = makeTab();
    const shown = tab.show();
    const { heard } = tab.listen();
    expect(tab.after()).toBe('10');
    tab.subscribed[0]!.sink.next(event('15'));
    expect(heard).toHaveLength(1);
    expect(tab.after()).toBe('15');
    tab.server.place = '40';
    await shown.refetch();
    expect(tab.after()).toBe('40');
    tab.subscribed[0]!.sink.next(event('42'));
    expect(tab.after()).toBe('42');
  });

  it('reads again what it keeps, and only that, when more happened than is told; then it listens from there', async () => {
    const tab = makeTab();
    tab.show();
    tab.show(weather);
    const { failed } = tab.listen();
    tab.server.place = '90';
    tab.server.asked.length = 0;
    const { sink } = tab.subscribed[0]!;
    sink.next({ errors: [{ message: 'Too far', extensions: { code: 'RESYNC' } }] } as never);
    sink.complete();
    expect(tab.subscribed).toHaveLength(1);
    await vi.runAllTimersAsync();
    expect(tab.server.asked).toEqual(['People']);
    expect(tab.subscribed).toHaveLength(2);
    expect(tab.after()).toBe('90');
    expect(failed).toEqual([]);
  });

  it('tries again, slower each time, when the server breaks off for good', async () => {
    const tab = makeTab();
    tab.show();
    tab.listen();
    const waited: number[] = [];
    vi.spyOn(Math, 'random').mockReturnValue(1);
    for (let times = 1; times <= 9; times += 1) {
      const before = Date.now();
      tab.subscribed.at(-1)!.sink.error({ code: 4500, reason: 'Internal server error' } as never);
      await vi.runAllTimersAsync();
      expect(tab.subscribed).toHaveLength(times + 1);
      waited.push(Date.now() - before);
    }
    expect(waited).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    vi.mocked(Math.random).mockRestore();
  });

  it('says when it may not listen, and does not ask for ever', async () => {
    const tab = makeTab();
    tab.show();
    const { failed } = tab.listen();
    tab.subscribed[0]!.sink.error([{ message: 'No', extensions: { code: 'FORBIDDEN' } }] as never);
    await vi.runAllTimersAsync();
    expect(failed.map((error) => CombinedGraphQLErrors.is(error))).toEqual([true]);
    expect(tab.subscribed).toHaveLength(1);
  });

  it('is over when the page is left, also between two tries', async () => {
    const tab = makeTab();
    tab.show();
    const { stop } = tab.listen();
    tab.subscribed[0]!.sink.error({ code: 4500 } as never);
    stop();
    await vi.runAllTimersAsync();
    expect(tab.subscribed).toHaveLength(1);
    const next = tab.listen();
    next.stop();
    expect(tab.subscribed.at(-1)!.stopped).toBe(true);
  });
});
