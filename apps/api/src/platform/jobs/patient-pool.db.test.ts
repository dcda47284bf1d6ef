import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { PatientPool } from './patient-pool.ts';

/** By graphile-worker 0.17: what it tries again. */
const triedAgain = { code: 'ETIMEDOUT' };

describe('A worker’s connections', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  it('call a PostgreSQL that is away by a code on which the worker waits, and does not take the process with it', async () => {
    // A port that nobody is given who asks for any.
    const pool = new PatientPool({ connectionString: 'postgresql://nobody@127.0.0.1:1/nothing' });
    await expect(pool.connect()).rejects.toMatchObject(triedAgain);
    await expect(pool.query('SELECT 1')).rejects.toThrow();
    await pool.end();
  });

  it('do the same when the connection breaks off under a question, and say other errors as they are', async () => {
    const pool = new PatientPool({ connectionString: fresh.adminUrl });
    const client = await pool.connect();
    await expect(client.query('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    await expect(client.query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject(
      triedAgain,
    );
    client.release(true);
    await expect(pool.query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await pool.end();
  });
});
