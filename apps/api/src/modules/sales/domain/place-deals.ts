import { thingKey, untold } from '#modules/house';
import { outcomeOfWords, type Pipeline, type PipelineStage, plainWord } from './pipeline.ts';
import type { DealBody } from './read-deal-signal.ts';

/** What a deal says of where it stands. */
export interface Placing {
  sourceId: string;
  /** Which deal it is. */
  dealKey: string;
  at: Date;
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

/**
 * The pipeline of each placing: the one it names, else the one its deal is known to go through. Of what is said in one set
 * the same law holds as between sets: the newer wins, an older one fills blanks.
 */
export function settlePipelines(
  pipelines: readonly Pipeline[],
  placings: readonly Placing[],
  known: ReadonlyMap<string, { pipelineId: string | null; observedAt: Date }>,
): (Pipeline | undefined)[] {
  const byId = new Map(pipelines.map((pipeline) => [pipeline.id, pipeline]));
  const standing = new Map<string, { pipeline: Pipeline | undefined; at: Date }>();
  return placings.map((placing) => {
    const named = findPipeline(pipelines, placing);
    const deal = known.get(placing.dealKey);
    const before =
      standing.get(placing.dealKey) ??
      (deal && { pipeline: byId.get(deal.pipelineId ?? ''), at: deal.observedAt });
    const isNewer = !before || placing.at >= before.at;
    standing.set(placing.dealKey, {
      pipeline: isNewer ? (named ?? before?.pipeline) : (before.pipeline ?? named),
      at: isNewer ? placing.at : before.at,
    });
    return named ?? before?.pipeline;
  });
}

/** Stages that deals name and nobody told of; their words say whether they end a deal. */
export function missingStages(
  settled: readonly (Pipeline | undefined)[],
  stages: readonly PipelineStage[],
  placings: readonly Placing[],
  newId: () => string,
): PipelineStage[] {
  const missing: PipelineStage[] = [];
  for (const [index, placing] of placings.entries()) {
    const { stageKey, stageName } = placing.body;
    const sourceKey = stageKey ?? stageName;
    const pipeline = settled[index];
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
