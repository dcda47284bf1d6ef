import {
  defineFormat,
  goneFromSalesforce,
  salesforceId,
  salesforceLinks,
  salesforceTime,
} from '#modules/house';

/** Salesforce Opportunity, in all three spellings. */
export const salesforceOpportunities = defineFormat({
  name: 'salesforce-opportunities',
  system: 'salesforce',
  label: 'Salesforce opportunities',
  order: 40,
  hasAmounts: true,
  marks: {
    needs: [['Id'], ['StageName'], ['CloseDate', 'IsWon', 'Amount']],
    likes: ['AccountId', 'Probability', 'ForecastCategory', 'LeadSource', 'ExpectedRevenue', 'IsClosed'],
  },
  read(row) {
    const gone = goneFromSalesforce(row);
    if (gone) return gone;
    const id = salesforceId(row.need('missing-id', 'This opportunity has no Id', 'Id'));
    const isClosed = row.flag('IsClosed');
    const isWon = row.flag('IsWon');
    const percent = row.number('Probability');
    return {
      kind: 'deal',
      subjectKey: `opportunity:${id}`,
      at: salesforceTime(row),
      ...salesforceLinks(row),
      body: {
        name: row.brief(500, 'Name'),
        stageName: row.brief(200, 'StageName'),
        outcome: isWon ? 'won' : isClosed ? 'lost' : isClosed === false ? 'open' : undefined,
        amount: row.number('Amount'),
        currency: row.currency('CurrencyIsoCode'),
        // Percent; a share above 100 is a slip of the pen in the source and says nothing.
        probability: percent !== undefined && percent >= 0 && percent <= 100 ? percent / 100 : undefined,
        closeDate: row.day('CloseDate'),
        ownerName: row.brief(200, 'Owner.Name', 'Owner Name'),
        openedAt: row.moment('CreatedDate'),
      },
    };
  },
});
