import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource, type Source } from '../../apps/api/src/modules/sources/index.ts';
import { Batch } from '../../apps/api/src/platform/database/batch.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let database: Database;
let source: Source;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
  source = await database.transaction((tx) => ensureSource(tx, 'desk', 'zendesk'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

let told = 0;
const signal = (subjectKey: string, key: string, more: Partial<Signal> = {}): Signal => ({
  kind: 'ticket',
  eventId: `e${++told}`,
  subjectKey,
  at: new Date(Date.UTC(2026, 0, 1) + told * 1_000).toISOString(),
  person: { key, emails: [`${key.replace(':', '')}@desk.example`], profile: { fullName: `Ada ${key}` } },
  body: { subject: 'It does not start', status: 'open' },
  ...more,
});

/** How often PostgreSQL is written to and waited for while signals are taken in, the commit included. */
async function messagesFor(...signals: Signal[]): Promise<number> {
  const asking = vi.spyOn(pg.Client.prototype, 'query');
  try {
    const outcomes = await database.transaction((tx) => takeIn(tx, subjectsOf(modules), source, signals));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(signals.map(() => 'taken'));
    // The bell that wakes other processes is rung beside it.
    return asking.mock.calls.filter(([what]) => (what as unknown) instanceof Batch).length;
  } finally {
    asking.mockRestore();
  }
}

describe('how often a delivery waits for PostgreSQL', () => {
  it('is four times for somebody new, of whom it is asked who they may be', async () =>
    expect(await messagesFor(signal('ticket:1', 'user:1'))).toBe(4));

  it('is three times for somebody known: what is so, what follows, and the commit', async () => {
    expect(await messagesFor(signal('ticket:2', 'user:1'))).toBe(3);
    expect(await messagesFor(signal('ticket:2', 'user:1', { body: { status: 'solved' } }))).toBe(3);
  });

  it('does not depend on how many go in together', async () =>
    expect(
      await messagesFor(...Array.from({ length: 20 }, (_, n) => signal(`ticket:${n + 10}`, 'user:1'))),
    ).toBe(3));

  it('is once more for each of two kinds that are told together: what the first brings may change what the next asks', async () =>
    expect(
      await messagesFor(
        signal('ticket:3', 'user:1'),
        signal('message:1', 'user:1', {
          kind: 'message',
          body: { ticketKey: 'ticket:3', authorKind: 'customer', text: 'Hello?' },
        }),
      ),
    ).toBe(5));
});
