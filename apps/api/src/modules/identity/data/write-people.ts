import { addRows, insertRows, type Tx, writtenAs } from '#platform/database';
import type { Actor } from '../actor.ts';
import { shownPhone } from '../domain/shown-identifier.ts';
import type { KnownRecord } from '../known-record.ts';
import { type PeoplePlan, saidSomethingElse, type UnseenDecision } from '../people-plan.ts';
import { writeSaid } from './write-said.ts';

/** Writes source records: new ones whole, changed ones with what they say now and whose they are. */
export async function writeRecords(tx: Tx, plan: PeoplePlan): Promise<void> {
  await insertRows(
    tx,
    'source_record',
    {
      id: 'uuid',
      source_id: 'uuid',
      kind: 'text',
      source_key: 'text',
      customer_id: 'uuid',
      created_at: 'timestamptz',
      current: 'json',
    },
    plan.newRecords.map((record) => ({
      id: record.recordId,
      source_id: record.sourceId,
      kind: 'person',
      source_key: record.key,
      customer_id: record.customerId,
      created_at: record.createdAt,
      current: record.current,
    })),
  );
  const changed = [...plan.changedRecords].filter(({ isNew }) => !isNew);
  await writeSaid(tx, changed, plan.versions);
  // Who moved, or said the same again, has what they had.
  await writeIdentifiers(tx, plan.newRecords, changed.filter(saidSomethingElse(plan)));
}

/** Writes what identifies these records now; of `changed` ones what they had before goes. */
export async function writeIdentifiers(
  tx: Tx,
  fresh: readonly Pick<KnownRecord, 'recordId' | 'evidence'>[],
  changed: readonly Pick<KnownRecord, 'recordId' | 'evidence'>[],
): Promise<void> {
  if (changed.length > 0)
    tx.later('identity-drop-identifiers', 'DELETE FROM identifier WHERE source_record_id = ANY($1::uuid[])', [
      changed.map(({ recordId }) => recordId),
    ]);
  await insertRows(
    tx,
    'identifier',
    { source_record_id: 'uuid', kind: 'text', value: 'text', raw: 'text', shown: 'text', weak: 'boolean' },
    [...fresh, ...changed].flatMap(({ recordId, evidence }) =>
      evidence.identifiers.map((identifier) => ({
        source_record_id: recordId,
        shown: identifier.kind === 'phone' ? shownPhone(identifier.value) : null,
        ...identifier,
      })),
    ),
  );
}

/** By what was decided: what a run learnt, the settings, and the run over everybody if it was one. */
interface DecidedBy {
  model: string | null;
  settings: number;
  runId?: string;
}

const decisionColumns = writtenAs({
  id: 'uuid',
  kind: 'text',
  at: 'timestamptz',
  actor_kind: 'text',
  actor_name: 'text',
  record_ids: 'uuid[]',
  customer_ids: 'uuid[]',
  evidence: 'json',
});

const writeUnseen = (
  tx: Tx,
  decisions: readonly UnseenDecision[],
  actor: Actor,
  now: Date,
  by: DecidedBy,
): Promise<void> =>
  addRows(
    tx,
    { name: 'identity-insert-decisions', table: 'decision', columns: decisionColumns },
    decisions.map(({ id, kind, recordIds, customerIds, reasons, probability, signalId }) => ({
      id,
      kind,
      at: now,
      actor_kind: actor.kind,
      actor_name: actor.name,
      record_ids: recordIds,
      customer_ids: customerIds,
      evidence: {
        reasons,
        ...(signalId ? { signalId } : {}),
        ...(kind === 'source-merge' ? {} : { ...by, ...(probability === undefined ? {} : { probability }) }),
      },
    })),
  );

/** Writes why records belong where they belong: decisions, memberships, doubts. */
export async function writeDecisions(
  tx: Tx,
  plan: PeoplePlan,
  actor: Actor,
  now: Date,
  by: DecidedBy,
): Promise<void> {
  await writeUnseen(tx, plan.decisions, actor, now, by);
  const moved = plan.moves.filter(({ record }) => !record.isNew).map(({ record }) => record.recordId);
  if (moved.length > 0)
    tx.later(
      'identity-close-memberships',
      `UPDATE membership SET valid_to = $2 WHERE source_record_id = ANY($1::uuid[]) AND valid_to IS NULL`,
      [moved, now],
    );
  await insertRows(
    tx,
    'membership',
    {
      id: 'uuid',
      source_record_id: 'uuid',
      customer_id: 'uuid',
      valid_from: 'timestamptz',
      valid_to: 'timestamptz',
      cause: 'text',
      decision_id: 'uuid',
    },
    plan.memberships.map((row) => ({
      id: row.id,
      source_record_id: row.recordId,
      customer_id: row.customerId,
      valid_from: now,
      valid_to: row.closed ? now : null,
      cause: row.cause,
      decision_id: row.decisionId,
    })),
  );
  await insertRows(
    tx,
    'doubt',
    {
      id: 'uuid',
      source_record_id: 'uuid',
      candidate_record_id: 'uuid',
      reasons: 'jsonb',
      probability: 'real',
    },
    [...plan.doubts.values()].map(({ id, recordId, match }) => ({
      id,
      source_record_id: recordId,
      candidate_record_id: match.recordId,
      reasons: match.reasons,
      probability: match.probability ?? null,
    })),
    `ON CONFLICT (source_record_id, candidate_record_id) DO UPDATE SET reasons = excluded.reasons, probability = excluded.probability
      WHERE doubt.status = 'open'`,
  );
}
