import type { Format } from '#modules/house';
import { csvOrderLines } from './csv-order-lines.ts';
import { csvOrders } from './csv-orders.ts';
import { hubspotDeals } from './hubspot-deals.ts';
import { hubspotPipelineStages } from './hubspot-pipeline-stages.ts';
import { salesforceOpportunities } from './salesforce-opportunities.ts';

/** The files of other systems that tell of sales. */
export const salesFormats: Format[] = [
  hubspotPipelineStages,
  hubspotDeals,
  salesforceOpportunities,
  csvOrders,
  csvOrderLines,
];
