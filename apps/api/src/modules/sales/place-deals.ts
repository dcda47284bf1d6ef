import { newId } from '#kernel/id';
import type { Located } from '#modules/house';
import type { Tx } from '#platform/database';
import { pipelinesOf, putPipelines, putStages, stagesOf } from './data/pipelines.ts';
import type { Pipeline, PipelineStage } from './domain/pipeline.ts';
import { missingPipelines, missingStages } from './domain/place-deals.ts';
import type { DealBody } from './domain/read-deal-signal.ts';

/** The pipelines and stages of the sources of these deals; those that deals name and nobody told of are made. */
export async function placeDeals(
  tx: Tx,
  items: readonly Located<DealBody>[],
): Promise<{ pipelines: Pipeline[]; stages: PipelineStage[] }> {
  const sourceIds = [...new Set(items.map(({ sourceId }) => sourceId))];
  const placings = items.map(({ sourceId, signal }) => ({ sourceId, body: signal.body }));

  let pipelines = await pipelinesOf(tx, sourceIds);
  const newPipelines = missingPipelines(pipelines, placings, newId);
  if (newPipelines.length > 0) {
    await putPipelines(tx, newPipelines);
    pipelines = await pipelinesOf(tx, sourceIds);
  }

  let stages = await stagesOf(tx, sourceIds);
  const newStages = missingStages(pipelines, stages, placings, newId);
  if (newStages.length > 0) {
    await putStages(tx, newStages);
    stages = await stagesOf(tx, sourceIds);
  }
  return { pipelines, stages };
}
