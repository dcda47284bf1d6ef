import { Command } from 'commander';
import { withHouse } from './with-house.ts';

/** `ancora work`: background work alone, beside processes that were started with JOBS=apart. */
export const workCommand = () =>
  new Command('work')
    .description('Do background work alone until Ctrl-C, beside an Ancora that was started with JOBS=apart.')
    .action(() =>
      withHouse(async (house, tell) => {
        const [{ runJobs }, { jobsOf }, { modules }] = await Promise.all([
          import('#platform/jobs'),
          import('../jobs-of.ts'),
          import('../modules.ts'),
        ]);
        const asked = new Promise<void>((resolve) => {
          for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
            process.once(signal, () => resolve());
        });
        const runner = await runJobs({ database: house.database, jobs: jobsOf(modules), log: house.log });
        tell({ doing: 'Working; Ctrl-C lets the jobs in hand end' });
        await asked;
        await runner.stop();
      }),
    );
