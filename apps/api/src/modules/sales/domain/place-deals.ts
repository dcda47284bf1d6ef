import { thingKey, untold } from '#modules/house';
import { outcomeOfWords, type Pipeline, type PipelineStage, plainWord } from './pipeline.ts';
import type { DealBody } from './read-deal-signal.ts';

/** What a deal says of where it stands. */
export interface Placing {
  sourceId: string;
  body: Pick<DealBody, 'pipelineKey' | 'pipelineName' | 'stageKey' | 'stageName'>;
}

/** The key under which a pipeline that only has a name is made. */
const keyOfPipeline = ({ pipelineKey, pipelineName }: Placing['body']): string | undefined =>
  pipelineKey ?? (pipelineName && `pipeline:${pipelineName}`);

/** The pipeline that a deal names, by id or else by name. */
export function findPipeline(
  pipelines: readonly Pipeline[],
  { sourceId, body }: Placing,
): Pipeline | undefined {
  const mine = pipelines.filter((pipeline) => pipeline.sourceId === sourceId);
  const key = keyOfPipeline(body);
  return (
    mine.find((pipeline) => pipeline.sourceKey === key) ??
    (body.pipelineName && !body.pipelineKey
      ? mine.find((pipeline) => plainWord(pipeline.name) === plainWord(body.pipelineName!))
      : undefined)
  );
}

/** The stage of a pipeline that a deal names, by id or else by its words. */
export function findStage(
  stages: readonly PipelineStage[],
  pipelineId: string,
  { stageKey, stageName }: Placing['body'],
): PipelineStage | undefined {
  const mine = stages.filter((stage) => stage.pipelineId === pipelineId);
  const word = stageName ?? stageKey;
  return (
    mine.find((stage) => stage.sourceKey === (stageKey ?? stageName)) ??
    (word
      ? mine.find(
          (stage) =>
            plainWord(stage.name) === plainWord(word) || plainWord(stage.sourceKey) === plainWord(word),
        )
      : undefined)
  );
}

/** Pipelines that deals name and nobody told of: made from the deals' own words. */
export function missingPipelines(
  pipelines: readonly Pipeline[],
  placings: readonly Placing[],
  newId: () => string,
): Pipeline[] {
  const missing = new Map<string, Pipeline>();
  for (const placing of placings) {
    const sourceKey = keyOfPipeline(placing.body);
    if (!sourceKey || findPipeline([...pipelines, ...missing.values()], placing)) continue;
    missing.set(thingKey(placing.sourceId, sourceKey), {
      id: newId(),
      sourceId: placing.sourceId,
      sourceKey,
      name: placing.body.pipelineName ?? sourceKey,
      observedAt: untold,
      signalId: null,
    });
  }
  return [...missing.values()];
}

/** Stages that deals name and nobody told of; their words say whether they end a deal. */
export function missingStages(
  pipelines: readonly Pipeline[],
  stages: readonly PipelineStage[],
  placings: readonly Placing[],
  newId: () => string,
): PipelineStage[] {
  const missing: PipelineStage[] = [];
  for (const placing of placings) {
    const { stageKey, stageName } = placing.body;
    const sourceKey = stageKey ?? stageName;
    const pipeline = findPipeline(pipelines, placing);
    if (!pipeline || !sourceKey || findStage([...stages, ...missing], pipeline.id, placing.body)) continue;
    const name = stageName ?? sourceKey;
    missing.push({
      id: newId(),
      pipelineId: pipeline.id,
      sourceKey,
      name,
      position: 0,
      probability: null,
      outcome: outcomeOfWords(name) === 'open' ? outcomeOfWords(sourceKey) : outcomeOfWords(name),
      observedAt: untold,
    });
  }
  return missing;
}
