import { describe, expect, it } from 'vitest';
import type { Pipeline, PipelineStage } from './pipeline.ts';
import { findStage, missingPipelines, missingStages, type Placing, settlePipelines } from './place-deals.ts';

const at = (n: number) => new Date(n);
const pipeline = (id: string, name: string, sourceKey = id): Pipeline => ({
  id,
  sourceId: 's',
  sourceKey,
  name,
  observedAt: at(1),
  signalId: null,
});
const stage = (pipelineId: string, sourceKey: string, name: string): PipelineStage => ({
  id: sourceKey,
  pipelineId,
  sourceKey,
  name,
  position: 0,
  probability: null,
  outcome: 'open',
  observedAt: at(1),
});
const placing = (body: Placing['body'], n = 1): Placing => ({ sourceId: 's', dealKey: 'd', at: at(n), body });
let ids = 0;
const newId = () => `new-${++ids}`;

describe('where a deal stands', () => {
  const sales = pipeline('p1', 'Sales Pipeline');

  it('is found by id, or by the words of a label, however they are written', () => {
    const stages = [stage('p1', '7', 'Closed Won'), stage('p2', '8', 'Talks')];
    expect(findStage(stages, 'p1', { stageKey: '7' })?.id).toBe('7');
    expect(findStage(stages, 'p1', { stageName: 'closedwon' })?.id).toBe('7');
    expect(findStage(stages, 'p1', { stageName: 'Talks' })).toBeUndefined();
  });

  it('makes one pipeline and one stage for what many deals name', () => {
    const said = [1, 2, 3].map(() => placing({ pipelineName: 'New way', stageName: 'Closed Lost' }));
    const [made, ...more] = missingPipelines([sales], said, newId);
    expect([made?.name, more.length]).toEqual(['New way', 0]);
    const settled = settlePipelines([sales, made!], said, new Map());
    expect(missingStages(settled, [], said, newId)).toMatchObject([{ name: 'Closed Lost', outcome: 'lost' }]);
    expect(missingPipelines([sales], [placing({ pipelineName: 'sales pipeline' })], newId)).toEqual([]);
  });

  it('stays in its pipeline when a later signal names only a stage', () => {
    const said = [placing({ pipelineName: 'Sales Pipeline' }), placing({ stageName: 'Offer' }, 2)];
    expect(settlePipelines([sales], said, new Map())).toEqual([sales, sales]);
    const known = new Map([['d', { pipelineId: 'p1', observedAt: at(1) }]]);
    expect(settlePipelines([sales], [placing({ stageName: 'Offer' }, 2)], known)).toEqual([sales]);
  });

  it('is not moved to another pipeline by an older word', () => {
    const other = pipeline('p2', 'Other');
    const said = [
      placing({ pipelineName: 'Sales Pipeline' }, 5),
      placing({ pipelineName: 'Other' }, 1),
      placing({ stageName: 'Offer' }, 6),
    ];
    expect(settlePipelines([sales, other], said, new Map())[2]).toBe(sales);
  });
});
