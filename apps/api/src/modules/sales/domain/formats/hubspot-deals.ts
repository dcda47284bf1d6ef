import { associatedOf, defineFormat, skip } from '#modules/house';

/** HubSpot deals: screen export and internal names. */
export const hubspotDeals = defineFormat({
  name: 'hubspot-deals',
  system: 'hubspot',
  label: 'HubSpot deals',
  order: 40,
  hasAmounts: true,
  marks: {
    needs: [
      ['Record ID', 'hs_object_id', 'deal_id', 'id'],
      ['Deal Name', 'dealname'],
    ],
    likes: ['Deal Stage', 'Pipeline', 'Amount', 'Close Date', 'closedate', 'amount', 'createdate'],
  },
  read(row) {
    if (row.flag('is_deleted', '_fivetran_deleted')) return skip('deleted-there', { system: 'HubSpot' });
    const id = row.need(
      'missing-id',
      'This deal has no Record ID',
      'Record ID',
      'hs_object_id',
      'deal_id',
      'id',
    );
    const opened = row.moment('Create Date', 'createdate');
    const pipelineId = row.text('deal_pipeline_id', 'hs_pipeline');
    const probability = row.number('Deal probability', 'hs_deal_stage_probability');
    return {
      kind: 'deal',
      subjectKey: `deal:${id}`,
      at: row.moment('Last Modified Date', 'hs_lastmodifieddate', 'Last Activity Date') ?? opened,
      ...associatedOf(row),
      body: {
        name: row.brief(500, 'Deal Name', 'dealname'),
        pipelineKey: pipelineId && `pipeline:${pipelineId}`,
        pipelineName: row.brief(200, 'Pipeline'),
        stageKey: row.brief(200, 'deal_pipeline_stage_id', 'hs_pipeline_stage'),
        stageName: row.brief(200, 'Deal Stage', 'dealstage'),
        amount: row.number('Amount'),
        currency: row.currency('Currency', 'deal_currency_code'),
        probability:
          probability !== undefined && probability >= 0 && probability <= 1 ? probability : undefined,
        closeDate: row.day('Close Date', 'closedate'),
        ownerName: row.brief(200, 'Deal owner'),
        openedAt: opened,
      },
    };
  },
});
