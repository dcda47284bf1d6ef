import { cutText } from '#kernel/cut-text';
import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { summarise } from '#modules/customers';
import type { Department } from '#modules/house';
import { stewardRecord } from '#modules/identity';
import { tell, timelineSummary, untellEntries } from '#modules/timeline';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { refold } from './advance.ts';
import { liveMaps } from './data/live-maps.ts';
import { lockOverride, putOverride } from './data/overrides.ts';
import { stageSummary, stagesByCustomer } from './data/stages.ts';
import { type JourneyRefusal, readOverride } from './domain/override.ts';
import type { StageOverride } from './domain/stage.ts';

const entryKey = (id: string): string => `stage-set ${id}`;

async function standAnew(tx: Tx, customerId: string): Promise<void> {
  await refold(tx, [customerId]);
  summarise(tx, [stageSummary, timelineSummary], [customerId]);
  await announce(tx, [customerId], ['stage']);
}

/** Somebody of us knows better where a customer stands. It counts as a hard fact of this moment, and later facts move them on. */
export async function overrideStage(
  tx: Tx,
  viewer: Viewer,
  wish: { customerId: string; stage: string; reason: string },
  now: Date,
): Promise<Result<StageOverride, JourneyRefusal>> {
  const record = isId(wish.customerId) ? await stewardRecord(tx, wish.customerId) : null;
  if (!record)
    return refuse({ code: 'CUSTOMER_MISSING', message: 'Nobody has this id.', field: 'customerId' });
  const { customerId, sourceRecordId } = record;
  const [[standing], [main]] = [await stagesByCustomer(tx, [customerId]), await liveMaps(tx)];
  const read = readOverride(wish, main!.map, standing?.stage ?? null);
  if (!read.ok) return refuse(read.refusal);
  const override: StageOverride = {
    id: newId(),
    customerId,
    sourceRecordId,
    stage: wish.stage,
    saidStage: standing?.stage ?? null,
    reason: read.reason,
    byId: viewer.id,
    byName: viewer.name,
    at: now,
    undoneAt: null,
  };
  await putOverride(tx, override);
  await tell(tx, [
    {
      entryKey: entryKey(override.id),
      customerId,
      sourceRecordId,
      at: now,
      department: (viewer.department ?? 'sales') as Department,
      kind: 'stage-set',
      title: cutText(`Stage set by hand: ${override.reason}`, 200),
      actorName: viewer.name,
      change: { field: 'stage', before: override.saidStage, after: override.stage },
    },
  ]);
  await recordAudit(tx, viewer, {
    action: 'override-stage',
    subjectType: 'StageOverride',
    subjectId: override.id,
    customerId,
    details: { from: override.saidStage, to: override.stage },
  });
  await standAnew(tx, customerId);
  return accept(override);
}

/** Takes back what somebody said of a stage: the facts speak again. */
export async function undoOverride(
  tx: Tx,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<StageOverride, JourneyRefusal>> {
  const before = isId(id) ? await lockOverride(tx, id) : null;
  if (!before) return refuse({ code: 'NOT_FOUND', message: 'Nobody said this.', field: 'id' });
  if (before.undoneAt)
    return refuse({ code: 'UNDONE_ALREADY', message: 'This was taken back already.', field: 'id' });
  const after = { ...before, undoneAt: now };
  await putOverride(tx, after);
  await untellEntries(tx, [entryKey(id)], [before.sourceRecordId]);
  await recordAudit(tx, viewer, {
    action: 'undo-stage-override',
    subjectType: 'StageOverride',
    subjectId: id,
    customerId: before.customerId,
  });
  await standAnew(tx, before.customerId);
  return accept(after);
}
