import { newId } from '#kernel/id';
import {
  chooseMailboxes,
  type GoldenChoice,
  holdCustomers,
  insertCustomers,
  type MailboxChoice,
  retellGolden,
  updateCustomers,
} from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { dropDoubts, keepTogether } from './data/links.ts';
import type { Knowledge } from './data/match-online.ts';
import { followRecords, redirectCustomers } from './data/move-records.ts';
import { writeDecisions, writeRecords } from './data/write-people.ts';
import { usualSettings } from './domain/engine/settings.ts';
import { chooseGolden } from './domain/golden.ts';
import { mailboxSaidAgain } from './domain/known-mailbox.ts';
import { type CustomerRow, goldenRow, rowOf } from './golden-rows.ts';
import { keepRecordsFindable } from './keep-findable.ts';
import type { KnownRecord } from './known-record.ts';
import type { Matching } from './matching.ts';
import type { MoveRules } from './move-rules.ts';
import type { People } from './people.ts';
import { type PeoplePlan, saidSomethingElse } from './people-plan.ts';

/** Who decided, by what was learnt when, and in which run over everybody. */
export interface PlanOrigin {
  actor: Actor;
  knowledge: Knowledge;
  runId?: string;
  /** What compared them, which has made the keys of most. */
  matching?: Matching | null;
}

/**
 * Writes what was decided about people. Gives the customers of whom something else is known now, those of whom `again` the same was said, and
 * those that records moved to.
 */
export async function writePlan(
  tx: Tx,
  plan: PeoplePlan,
  people: People,
  rules: MoveRules,
  { actor, knowledge, runId, matching }: PlanOrigin,
): Promise<{ rows: CustomerRow[]; again: string[]; moved: string[] }> {
  const now = new Date();
  const rows: CustomerRow[] = [];
  const retold: CustomerRow[] = [];
  const mailboxes: MailboxChoice[] = [];
  const saysElse = saidSomethingElse(plan);
  for (const id of plan.dirtyCustomers) {
    if (plan.left.has(id)) continue;
    const records = people.recordsOf(id);
    const again = saidAgain(plan, id, records);
    if (again) {
      mailboxes.push({ id, choice: again });
      continue;
    }
    const row = goldenRow(id, records);
    const isRetold = plan.moves.length === 0 && !records.some((one) => one.isNew || saysElse(one));
    if (isRetold && showsTheSame(row, records)) retold.push(row);
    else rows.push(row);
  }
  // Whoever is left stays as they were, as if each signal had been written after the other.
  const leaving = [...plan.left.keys()].flatMap((id) => {
    const records = plan.lastSeen.get(id);
    return records
      ? [rowOf(id, chooseGolden(records.map(({ record, current }) => ({ ...record, current }))))]
      : [];
  });
  await insertCustomers(tx, [
    ...rows.filter(({ id }) => plan.newCustomers.has(id)),
    ...leaving.filter(({ id }) => plan.newCustomers.has(id)),
  ]);
  await writeRecords(tx, plan);
  await keepRecordsFindable(
    tx,
    [...new Set([...plan.newRecords, ...[...plan.changedRecords].filter(saysElse)])],
    knowledge.learnt,
    matching,
  );
  dropDoubts(tx, [...plan.droppedDoubts]);
  await writeDecisions(tx, plan, actor, now, {
    model: knowledge.id,
    settings: usualSettings.version,
    ...(runId ? { runId } : {}),
  });
  for (const { recordIds, decisionId } of plan.together) await keepTogether(tx, recordIds, decisionId);
  const known = [...rows, ...leaving].filter(({ id }) => !plan.newCustomers.has(id));
  const held = [...known, ...retold, ...mailboxes].map(({ id }) => id);
  // Of one it is always in order; of several, in the order of whoever else holds some of them.
  if (held.length > 1) holdCustomers(tx, held);
  await updateCustomers(tx, known);
  retellGolden(tx, retold);
  chooseMailboxes(tx, mailboxes);
  if (plan.moves.length > 0) {
    await followRecords(
      tx,
      rules.follows,
      plan.moves.map(({ record }) => record.recordId),
      plan.moves.map(({ from }) => from),
    );
    await redirectCustomers(
      tx,
      [...plan.left].map(([oldId, { to, decisionId }]) => ({ id: newId(), oldId, newId: to, decisionId })),
      now,
    );
    await rules.onMove?.(tx, [...new Set(plan.moves.flatMap(({ from, to }) => [from, to]))]);
  }
  return {
    rows,
    again: [...mailboxes, ...retold].map(({ id }) => id),
    moved: plan.moves.flatMap(({ from, to }) => (plan.left.has(from) ? [to] : [from, to])),
  };
}

/** Whether a customer whose records say the same as before, some of it later, is shown as before: only who said it last may be another. */
function showsTheSame(row: CustomerRow, records: readonly KnownRecord[]): boolean {
  if (records.length === 1) return true;
  const before = records.map((record) => ({ ...record, current: record.before ?? record.current }));
  return shownOf(goldenRow(row.id, before)) === shownOf(row);
}

const shownOf = ({ golden: _, ...shown }: CustomerRow): string => JSON.stringify(shown);

/** Who said last what is known of a customer, where a plan brings nothing else of them. */
function saidAgain(plan: PeoplePlan, id: string, records: readonly KnownRecord[]): GoldenChoice | null {
  if (plan.newCustomers.has(id) || plan.moves.length > 0) return null;
  if (records.some((record) => plan.changedRecords.has(record))) return null;
  const coming = records.filter(({ isNew }) => isNew);
  return coming.length > 0 && coming.length < records.length
    ? mailboxSaidAgain(
        records.filter(({ isNew }) => !isNew),
        coming,
      )
    : null;
}
