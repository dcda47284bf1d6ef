import { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Connection } from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { Batch, type Statement } from './batch.ts';

/** A connection that takes everything and says nothing. */
const connectionOf = () =>
  Object.assign(new EventEmitter(), {
    parsedStatements: {} as Record<string, string>,
    stream: { cork() {}, uncork() {}, writable: true },
    parse() {},
    bind() {},
    describe() {},
    execute() {},
    sync: vi.fn(),
  });

const described = { fields: [{ name: 'word', dataTypeID: 25 }] } as never;

describe('a batch that is done', () => {
  it('holds nothing of what was answered, whoever holds the batch', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    let row: WeakRef<object> | undefined;
    const connection = connectionOf();
    const batch = new Batch(
      [
        {
          name: '',
          text: 'SELECT',
          values: [],
          answer: ([one]) => {
            row = new WeakRef(one!);
          },
        },
      ],
      () => undefined,
    );
    batch.submit(connection as unknown as Connection);
    batch.handleRowDescription(described);
    batch.handleDataRow({ fields: ['hello'] });
    batch.handleCommandComplete({ text: 'SELECT 1' });
    batch.handleReadyForQuery();
    expect(row?.deref()).toEqual({ word: 'hello' });
    // What a reference was asked for stays until its turn of the event loop has ended.
    await new Promise(setImmediate);
    collect();
    expect(row?.deref()).toBeUndefined();
    expect(connection.listenerCount('parseComplete')).toBe(0);
    expect(batch).toBeInstanceOf(Batch);
  });

  it('has told what was answered before an error, and the error to all who come after it', () => {
    const told: string[] = [];
    const statement = (name: string): Statement => ({
      name,
      text: name,
      values: [],
      answer: () => told.push(`${name} answered`),
      fail: ({ message }) => told.push(`${name}: ${message}`),
    });
    const ended = vi.fn();
    const connection = connectionOf();
    const batch = new Batch([statement('first'), statement('second'), statement('third')], ended, true);
    batch.submit(connection as unknown as Connection);
    connection.emit('parseComplete');
    batch.handleCommandComplete({ text: 'SELECT 0' });
    connection.emit('parseComplete');
    const error = new Error('no');
    batch.handleError(error);
    expect(told).toEqual(['first answered', 'second: no', 'third: no']);
    expect(ended).toHaveBeenCalledExactlyOnceWith(error, true);
    expect(connection.sync).toHaveBeenCalledOnce();
    // The third was not prepared.
    expect(Object.keys(connection.parsedStatements)).toEqual(['first', 'second']);
  });
});
