import type { ClientOptions } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected } from '../connection.ts';
import { ReadPlaces } from './read-places.ts';
import { createSocketLink } from './socket.ts';

const { made, terminate } = vi.hoisted(() => ({ made: [] as ClientOptions[], terminate: vi.fn() }));
vi.mock('graphql-ws', () => ({
  createClient: (options: ClientOptions) => {
    made.push(options);
    return { subscribe: () => () => {}, terminate };
  },
}));

describe('the live connection of a tab', () => {
  let events: EventTarget;
  let options: ClientOptions;
  let on: NonNullable<ClientOptions['on']>;
  beforeEach(() => {
    vi.useFakeTimers();
    terminate.mockClear();
    events = new EventTarget();
    vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
    vi.stubGlobal('document', events);
    createSocketLink(new ReadPlaces());
    options = made.at(-1)!;
    on = options.on!;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const connect = () => on.connected!({}, undefined, false);
  const hear = () => on.message!({ type: 'pong' } as never);
  const wake = () => events.dispatchEvent(new Event('online'));
  const waits = (retries: number) => {
    const waited = { over: false };
    void options.retryWait!(retries).then(() => {
      waited.over = true;
    });
    return waited;
  };

  it('comes back after every break, and the page says meanwhile that the server is away', () => {
    expect(options).toMatchObject({ retryAttempts: Number.POSITIVE_INFINITY });
    connect();
    on.closed!({ code: 1013 });
    expect(connected.get()).toBe(false);
    connect();
    expect(connected.get()).toBe(true);
  });

  it('never waits longer than a quarter of a minute for the next try, however often it was in vain', async () => {
    const waited = waits(40);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(waited.over).toBe(true);
  });

  it('tries at once when the network comes back', async () => {
    const waited = waits(40);
    await vi.advanceTimersByTimeAsync(100);
    expect(waited.over).toBe(false);
    wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(waited.over).toBe(true);
  });

  it('gives up a connection that does not answer, and keeps one that does', () => {
    connect();
    hear();
    on.ping!(false, undefined);
    vi.advanceTimersByTime(1_000);
    hear();
    vi.advanceTimersByTime(10_000);
    expect(terminate).not.toHaveBeenCalled();
    on.ping!(false, undefined);
    vi.advanceTimersByTime(10_000);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('does not trust a connection after the laptop slept', () => {
    connect();
    hear();
    wake();
    expect(terminate).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 3_600_000);
    wake();
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('does not say that the server is away when nobody listens any more, or when it only connects anew', () => {
    connect();
    on.closed!({ code: 1000 });
    on.closed!({ code: 4499 });
    expect(connected.get()).toBe(true);
  });
});
