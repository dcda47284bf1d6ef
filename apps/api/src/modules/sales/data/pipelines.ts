import { columnsOf, newerWins, putRows, type Tx } from '#platform/database';
import type { Pipeline, PipelineStage } from '../domain/pipeline.ts';
import { PipelineEntity } from './pipeline.entity.ts';
import { PipelineStageEntity } from './pipeline-stage.entity.ts';

/** Every pipeline of these sources. There are a handful for each. */
export const pipelinesOf = (tx: Tx, sourceIds: readonly string[]): Promise<Pipeline[]> =>
  tx.named<Pipeline>(
    'pipelines-of',
    `SELECT ${columnsOf(PipelineEntity, 'p')} FROM pipeline p WHERE p.source_id = ANY($1::uuid[]) ORDER BY p.id`,
    [sourceIds],
  );

/** Every stage of the pipelines of these sources. */
export const stagesOf = (tx: Tx, sourceIds: readonly string[]): Promise<PipelineStage[]> =>
  tx.named<PipelineStage>(
    'pipeline-stages-of',
    `SELECT ${columnsOf(PipelineStageEntity, 's')} FROM pipeline_stage s JOIN pipeline p ON p.id = s.pipeline_id
      WHERE p.source_id = ANY($1::uuid[]) ORDER BY s.position, s.id`,
    [sourceIds],
  );

/** Writes what was said of pipelines: the newer wins. */
export async function putPipelines(tx: Tx, pipelines: readonly Pipeline[]): Promise<void> {
  await putRows(tx, PipelineEntity, pipelines, newerWins(PipelineEntity, ['sourceId', 'sourceKey']));
}

/** Writes what was said of stages: the newer wins. */
export async function putStages(tx: Tx, stages: readonly PipelineStage[]): Promise<void> {
  await putRows(tx, PipelineStageEntity, stages, newerWins(PipelineStageEntity, ['pipelineId', 'sourceKey']));
}

/** Takes back what was said of pipelines; one that deals still use stays, as they know it. */
export async function forgetPipelines(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later(
    'pipelines-to-stubs',
    `UPDATE pipeline SET observed_at = 'epoch', signal_id = NULL WHERE source_id = $1 AND source_key = ANY($2::text[])`,
    [sourceId, subjectKeys],
  );
  tx.later(
    'pipeline-stages-to-stubs',
    `UPDATE pipeline_stage s SET observed_at = 'epoch' FROM pipeline p
      WHERE p.id = s.pipeline_id AND p.source_id = $1 AND p.source_key = ANY($2::text[])`,
    [sourceId, subjectKeys],
  );
  await forgetUnusedPipelines(tx, sourceId);
}

/** Takes away stages and pipelines that only deals told of, when no deal is left in them. */
export async function forgetUnusedPipelines(tx: Tx, sourceId: string): Promise<void> {
  tx.later(
    'pipeline-stages-forget',
    `DELETE FROM pipeline_stage s USING pipeline p
      WHERE p.id = s.pipeline_id AND p.source_id = $1 AND s.observed_at = 'epoch'
        AND NOT EXISTS (SELECT FROM deal d WHERE d.stage_id = s.id)`,
    [sourceId],
  );
  tx.later(
    'pipelines-forget',
    `DELETE FROM pipeline p WHERE p.source_id = $1 AND p.signal_id IS NULL
        AND NOT EXISTS (SELECT FROM deal d WHERE d.pipeline_id = p.id)
        AND NOT EXISTS (SELECT FROM pipeline_stage s WHERE s.pipeline_id = p.id)`,
    [sourceId],
  );
}
