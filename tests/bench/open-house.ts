import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { modules } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { addUser, systemActor } from '../../apps/api/src/modules/access/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { bearer, signIn } from '../support/sign-in.ts';
import { type StartedAncora, startAncora } from '../support/start-ancora.ts';

/** A house with data in it, the product running on it, and somebody signed in. */
export interface OpenHouse {
  ownerUrl: string;
  appUrl: string;
  ancora: StartedAncora;
  port: number;
  /** The headers of whoever is signed in: a program that shows its session; browsers are answered the documents of the web app alone. */
  shown: Record<string, string>;
  close(): Promise<void>;
}

/** Opens a house in a folder, filled by `fill` the first time, with a user of a role signed in. */
export async function openHouse(
  home: string,
  fill: (owner: pg.Client) => Promise<void>,
  role: 'sales-rep' | 'support-lead' = 'sales-rep',
): Promise<OpenHouse> {
  const postgres = await startPostgres({ home });
  const closing: (() => Promise<unknown>)[] = [() => postgres.stop()];
  const close = async () => {
    for (const one of closing) await one().catch((error) => process.stderr.write(`${error}\n`));
  };
  try {
    await migrate(postgres.ownerUrl, migrations);
    const owner = new pg.Client({ connectionString: postgres.ownerUrl });
    owner.on('error', () => undefined);
    await owner.connect();
    const there = (await owner.query('SELECT EXISTS (SELECT FROM customer) AS yes')).rows[0].yes;
    if (!there) await fill(owner);
    await owner.end();

    const password = randomBytes(18).toString('base64url');
    const email = `bench-${Date.now()}@bench.example`;
    const database = await openDatabase({
      url: postgres.appUrl,
      entities: modules.flatMap((one) => one.entities ?? []),
      poolSize: 2,
    });
    await database.transaction((tx) =>
      addUser(tx, systemActor('bench'), { name: 'Bench', email, role, password }),
    );
    await database.close();
    const ancora = await startAncora({ home });
    closing.unshift(() => ancora.stop());
    return {
      ownerUrl: postgres.ownerUrl,
      appUrl: postgres.appUrl,
      ancora,
      port: Number(new URL(ancora.address).port),
      shown: bearer(await signIn(ancora.address, email, password)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
