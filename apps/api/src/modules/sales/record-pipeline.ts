import { newId } from '#kernel/id';
import { newest } from '#kernel/newest';
import { type Recorder, type SignalKind, thingKey } from '#modules/house';
import { forgetPipelines, pipelinesOf, putPipelines, putStages } from './data/pipelines.ts';
import { outcomeOfWords, type Pipeline, type PipelineStage } from './domain/pipeline.ts';
import { type PipelineBody, pipelineBody } from './domain/read-pipeline-signal.ts';

const record: Recorder<PipelineBody> = async (tx, items) => {
  const pipelines = new Map<string, Pipeline>();
  for (const { signal, sourceId, signalId, at } of items) {
    const key = thingKey(sourceId, signal.subjectKey);
    const known = pipelines.get(key);
    const name = signal.body.name ?? known?.name ?? signal.subjectKey;
    pipelines.set(
      key,
      newest(known, { id: newId(), sourceId, sourceKey: signal.subjectKey, name, observedAt: at, signalId }),
    );
  }
  await putPipelines(tx, [...pipelines.values()]);

  const ids = new Map(
    (await pipelinesOf(tx, [...new Set(items.map(({ sourceId }) => sourceId))])).map((pipeline) => [
      thingKey(pipeline.sourceId, pipeline.sourceKey),
      pipeline.id,
    ]),
  );
  const stages = new Map<string, PipelineStage>();
  for (const { signal, sourceId, at } of items) {
    const pipelineId = ids.get(thingKey(sourceId, signal.subjectKey))!;
    for (const { key, name, position, probability, outcome } of signal.body.stages) {
      const place = `${pipelineId} ${key}`;
      stages.set(
        place,
        newest(stages.get(place), {
          id: newId(),
          pipelineId,
          sourceKey: key,
          name,
          position: position ?? 0,
          probability: probability ?? null,
          outcome: outcome ?? outcomeOfWords(name),
          observedAt: at,
        }),
      );
    }
  }
  await putStages(tx, [...stages.values()]);
  return { entries: [], facts: [] };
};

/** A pipeline and its stages, as a source has set them up. */
export const pipelineSignal: SignalKind<PipelineBody> = {
  kind: 'pipeline',
  description: 'A way deals go: its stages in order, and which of them win or lose a deal.',
  schema: pipelineBody,
  concernsPerson: false,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await forgetPipelines(tx, sourceId, subjectKeys);
  },
};
