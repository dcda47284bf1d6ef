import type { Db } from '#platform/database';
import { defineJob } from '#platform/jobs';
import { newsSinceRun } from './data/runs.ts';
import { identifyEverybody, publishRun } from './identify-everybody.ts';
import { houseRules } from './move-rules.ts';

/** From so many new records on, or this part of all, nobody waits for the night. */
const much = 1_000;
const muchOfAll = 0.2;

/** Whether so much came since the last run over everybody that there should be another one now. */
export async function muchHasCome(db: Db): Promise<boolean> {
  const { unseen, known } = await newsSinceRun(db);
  return unseen >= much && unseen >= muchOfAll * known;
}

/** Whether anything came, or was decided by a person, since the last run; or is kept as an older version of the program read it. */
export async function anythingHasCome(db: Db): Promise<boolean> {
  const { fresh, decided, outdated } = await newsSinceRun(db);
  return fresh + decided + outdated > 0;
}

/** Looks at everybody: asked for by a person. Held runs change nothing; `publish` publishes although much moves, unless `run`, the held one that somebody saw, was refused since. */
export const lookAtEverybody = defineJob<{ publish?: boolean; run?: string | null }>({
  name: 'identity.look-at-everybody',
  queue: 'identity',
  triesAtMost: 3,
  async run({ database, log }, { publish = false, run: held = null }) {
    const run = held
      ? await publishRun(database, houseRules(), held)
      : await identifyEverybody(database, houseRules(), { publish });
    if (!run) return log.info({ run: held }, 'a run over everybody was refused before it was published');
    log.info(
      { ...run, steps: undefined, contradicted: undefined },
      run.heldBecause ? 'a run over everybody is held' : 'a run over everybody',
    );
  },
});

/** Every night, when anything came or an upgrade reads people anew. */
export const lookAtNight = defineJob({
  name: 'identity.look-at-night',
  queue: 'identity',
  triesAtMost: 3,
  cron: '23 2 * * *',
  async run(work) {
    if (await anythingHasCome(work.database)) await lookAtEverybody.run(work, {});
  },
});

/** After a large import, without anybody asking for it. */
export const lookWhenMuchCame = defineJob({
  name: 'identity.look-when-much-came',
  queue: 'identity',
  triesAtMost: 3,
  cron: '*/10 * * * *',
  async run(work) {
    if (await muchHasCome(work.database)) await lookAtEverybody.run(work, {});
  },
});
