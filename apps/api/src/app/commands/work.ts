import { Command } from 'commander';
import { withHouse } from './with-house.ts';

/** `ancora work`: background work alone, beside processes that were started with JOBS=apart. */
export const workCommand = () =>
  new Command('work')
    .description('Do background work alone until Ctrl-C, beside an Ancora that was started with JOBS=apart.')
    .action(() =>
      withHouse(async (house, tell) => {
        const [
          { runJobs },
          { jobsOf },
          { modules },
          { openChannelGround },
          { openHousePost },
          { openVault },
        ] = await Promise.all([
          import('#platform/jobs'),
          import('../jobs-of.ts'),
          import('../modules.ts'),
          import('../channel-ground.ts'),
          import('../open-house-post.ts'),
          import('../open-vault.ts'),
        ]);
        const asked = new Promise<void>((resolve) => {
          for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
            process.once(signal, () => resolve());
        });
        const runner = await runJobs({ database: house.database, jobs: jobsOf(modules), log: house.log });
        // Letters leave and mail comes in where background work is, and nowhere else.
        const { environment } = house;
        const address = environment.publicUrl ?? `http://127.0.0.1:${environment.port}`;
        const post = openHousePost(house, openChannelGround(environment, openVault(environment), address));
        tell({ doing: 'Working; Ctrl-C lets the jobs in hand end' });
        await asked;
        await Promise.all([runner.stop(), post.close()]);
      }),
    );
