import { defineFormat, type RowReader, skip } from '#modules/house';

/** Stages of HubSpot's pipelines for deals, one a row: what the ids in a deal mean. */
export const hubspotPipelineStages = defineFormat({
  name: 'hubspot-pipeline-stages',
  system: 'hubspot',
  label: 'HubSpot pipeline stages',
  order: 35,
  marks: {
    needs: [['stage_id'], ['pipeline_id'], ['label']],
    likes: ['closed_won', 'is_closed', 'probability', 'display_order'],
  },
  read(row) {
    if (row.flag('_fivetran_deleted')) return skip('deleted-there', { system: 'HubSpot' });
    const pipeline = row.need('missing-id', 'This stage does not say of which pipeline it is', 'pipeline_id');
    const key = row.need('missing-id', 'This stage has no id', 'stage_id');
    const isWon = row.flag('closed_won');
    const isClosed = row.flag('is_closed');
    const probability = row.number('probability');
    return {
      kind: 'pipeline',
      subjectKey: `pipeline:${pipeline}`,
      at: row.moment('updated_at', 'created_at'),
      body: {
        stages: [
          {
            key: key.slice(0, 200),
            name: row.brief(200, 'label') ?? key.slice(0, 200),
            position: placeOf(row),
            probability: probability === undefined ? undefined : Math.min(1, Math.max(0, probability)),
            outcome: isWon
              ? 'won'
              : isClosed || probability === 0
                ? 'lost'
                : isClosed === false
                  ? 'open'
                  : undefined,
          },
        ],
      },
    };
  },
});

function placeOf(row: RowReader): number | undefined {
  const place = row.number('display_order');
  return place === undefined ? undefined : Math.min(1_000_000, Math.max(-1_000_000, Math.round(place)));
}
