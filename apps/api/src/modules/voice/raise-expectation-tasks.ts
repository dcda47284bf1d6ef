import { groupBy } from '#kernel/batch';
import { dayMs } from '#kernel/days';
import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import { neighbours, type Spoken } from '#modules/house';
import type { Db, Tx } from '#platform/database';
import { comparedCases } from './data/answers.ts';
import { contentLead, markTask, raiseTasks } from './data/expectation-tasks.ts';
import { type ExpectationGap, expectationGap } from './domain/expectation-gap.ts';
import type { ExpectationTask } from './domain/expectation-task.ts';
import { usualVoice, type VoiceSettings } from './domain/settings.ts';
import { whoMends } from './domain/who-mends.ts';

/** How far back compared cases count, in days. */
const days = 365;

/** What customers expected and what they found, product by product, the widest known gap first. */
export async function expectationGaps(
  db: Db,
  asOf: Date,
  products: readonly string[] | null = null,
  settings: VoiceSettings = usualVoice,
): Promise<(ExpectationGap & { product: string })[]> {
  const cases = await comparedCases(db, new Date(asOf.getTime() - days * dayMs), products);
  return [...groupBy(cases, ({ productName }) => productName)]
    .map(([product, some]) => ({ product, ...expectationGap(some, settings) }))
    .sort(
      (a, b) =>
        (b.expectationShare.lo ?? -1) - (a.expectationShare.lo ?? -1) || (a.product < b.product ? -1 : 1),
    );
}

/** What the subjects of the house say of these products before they are bought. */
async function spokenOf(db: Db, products: readonly string[]): Promise<Spoken[]> {
  const said: Spoken[] = [];
  for (const { spokenFor } of neighbours()) if (spokenFor) said.push(...(await spokenFor(db, products)));
  return said;
}

/**
 * Asks whoever answers for what is said before the purchase to mend it, for each of these products of which enough cases say that the expectation
 * is the cause. Asking twice gives one task.
 */
export async function raiseExpectationTasks(
  tx: Tx,
  products: readonly string[],
  asOf: Date,
  settings: VoiceSettings = usualVoice,
): Promise<void> {
  const wide = (await expectationGaps(tx, asOf, products, settings)).filter(({ fixContent }) => fixContent);
  if (wide.length === 0) return;
  const lead = await contentLead(tx);
  const said = await spokenOf(
    tx,
    wide.map(({ product }) => product),
  );
  await raiseTasks(
    tx,
    wide.map(({ product, expectationShare, meanGap }): ExpectationTask => {
      const mender = whoMends(product, said, lead);
      return {
        id: newId(),
        product,
        caused: expectationShare.k,
        cases: expectationShare.n,
        lowerBound: expectationShare.lo ?? 0,
        meanGap,
        assigneeId: mender?.id ?? null,
        assigneeName: mender?.name ?? null,
        madeAt: asOf,
        doneAt: null,
        doneByName: null,
        settings: settings.version,
      };
    }),
  );
}

/** Marks such a task as done, or as still to do. */
export async function completeExpectationTask(
  tx: Tx,
  by: Actor,
  id: string,
  isDone: boolean,
  now: Date,
): Promise<Result<ExpectationTask, { code: 'NOT_FOUND'; message: string; field: string | null }>> {
  const task = await markTask(tx, id, isDone ? now : null, isDone ? by.name : null);
  if (!task) return refuse({ code: 'NOT_FOUND', message: 'There is no such task.', field: 'id' });
  await recordAudit(tx, by, {
    action: isDone ? 'complete-expectation-task' : 'reopen-expectation-task',
    subjectType: 'ExpectationTask',
    subjectId: id,
  });
  return accept(task);
}
