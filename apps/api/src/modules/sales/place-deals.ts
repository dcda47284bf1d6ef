import { newId } from '#kernel/id';
import { type Located, thingKey } from '#modules/house';
import type { Tx } from '#platform/database';
import { pipelinesOf, putPipelines, putStages, stagesOf } from './data/pipelines.ts';
import type { Deal } from './domain/deal.ts';
import type { Pipeline, PipelineStage } from './domain/pipeline.ts';
import { findStage, missingPipelines, missingStages, settlePipelines } from './domain/place-deals.ts';
import type { DealBody } from './domain/read-deal-signal.ts';

/** Where a signal says that its deal stands. */
export interface Place {
  pipeline: Pipeline | undefined;
  stage: PipelineStage | undefined;
}

/** The pipeline and stage of each of these signals; those that are named and nobody told of are made. */
export async function placeDeals(
  tx: Tx,
  items: readonly Located<DealBody>[],
  known: ReadonlyMap<string, Deal>,
): Promise<Place[]> {
  const sourceIds = [...new Set(items.map(({ sourceId }) => sourceId))];
  const placings = items.map(({ sourceId, signal, at }) => ({
    sourceId,
    dealKey: thingKey(sourceId, signal.subjectKey),
    at,
    body: signal.body,
  }));

  let pipelines = await pipelinesOf(tx, sourceIds);
  const newPipelines = missingPipelines(pipelines, placings, newId);
  if (newPipelines.length > 0) {
    await putPipelines(tx, newPipelines);
    pipelines = await pipelinesOf(tx, sourceIds);
  }

  const settled = settlePipelines(pipelines, placings, known);
  let stages = await stagesOf(tx, sourceIds);
  const newStages = missingStages(settled, stages, placings, newId);
  if (newStages.length > 0) {
    await putStages(tx, newStages);
    stages = await stagesOf(tx, sourceIds);
  }
  return settled.map((pipeline, index) => ({
    pipeline,
    stage: pipeline && findStage(stages, pipeline.id, placings[index]!.body),
  }));
}
