import type { ClientOptions } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected } from '../connection.ts';
import { createSocketLink } from './socket.ts';

const { made } = vi.hoisted(() => ({ made: [] as ClientOptions[] }));
vi.mock('graphql-ws', () => ({
  createClient: (options: ClientOptions) => {
    made.push(options);
    return { subscribe: () => () => {} };
  },
}));

describe('the live connection of a tab', () => {
  let readAfresh: () => void;
  let on: NonNullable<ClientOptions['on']>;
  beforeEach(() => {
    vi.useFakeTimers();
    readAfresh = vi.fn();
    createSocketLink(readAfresh);
    on = made.at(-1)!.on!;
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const connect = () => on.connected!({}, undefined, false);

  it('reads nothing afresh when it comes for the first time', () => {
    connect();
    vi.runAllTimers();
    expect(readAfresh).not.toHaveBeenCalled();
  });

  it('comes back after every break, and reads afresh when it hears again: not sooner, or something would be missed', () => {
    expect(made.at(-1)).toMatchObject({ retryAttempts: Number.POSITIVE_INFINITY });
    connect();
    on.closed!({ code: 1013 });
    expect(connected.get()).toBe(false);
    connect();
    expect(connected.get()).toBe(true);
    expect(readAfresh).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(readAfresh).toHaveBeenCalledOnce();
  });

  it('does not say that the server is away when nobody listens any more', () => {
    connect();
    on.closed!({ code: 1000 });
    expect(connected.get()).toBe(true);
  });
});
