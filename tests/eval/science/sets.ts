import type { Db } from '../../../apps/api/src/platform/database/index.ts';
import { bankIn, helpdeskIn, incidentsIn, retailerIn } from './ask-product.ts';
import { bankOf, helpdeskOf, incidentsOf, retailerOf } from './read-sets.ts';

/** A set of others that goes through the product: its file, what its rows say, and what the product says after it took them. */
export interface RealSet {
  /** Also the key of its source: sets that have nothing to do with one another share no source, so that no key of one is a key of another. */
  name: string;
  file: string;
  delimiter: string;
  format: string;
  /** By this column a cut takes what belongs together whole; without one, row by row. */
  wholeBy?: string;
  /** What the whole file is known to give (the other figures are compared with its rows). */
  known: Record<string, unknown>;
  read(rows: readonly Record<string, string>[]): Record<string, unknown>;
  ask(db: Db, source: string): Promise<Record<string, unknown>>;
}

/** Every set that goes through the product. */
export const realSets: RealSet[] = [
  {
    name: 'helpdesk',
    file: 'helpdesk-italian/helpdesk.csv.gz',
    delimiter: ',',
    format: 'csv-event-log',
    wholeBy: 'case_id',
    known: {
      cases: 4580,
      events: 21348,
      activities: 14,
      variants: 226,
      longest: 15,
      commonest: 2366,
      firstCustomers: 394,
      cameAgain: 309,
      withTwoCustomers: 7,
      loops: 1905,
      handoffs: 8648,
      pingpongs: 306,
      casesWithPingpong: 269,
    },
    read: helpdeskOf,
    ask: helpdeskIn,
  },
  {
    name: 'incidents',
    file: 'servicenow-incidents/incident_event_log.csv.gz',
    delimiter: ',',
    format: 'csv-event-log',
    wholeBy: 'number',
    // One of the 5,245 callers is `?`: nobody knows who.
    known: {
      events: 141712,
      incidents: 24918,
      callers: 5244,
      kept: 0.634200176579,
      keptByHands: [0.783895490442, 0.570695735813, 0.398598335523, 0.25],
      openedAgain: 275,
    },
    read: incidentsOf,
    ask: incidentsIn,
  },
  {
    name: 'retailer',
    file: 'online-retail/online_retail.csv.gz',
    delimiter: ',',
    format: 'csv-order-lines',
    wholeBy: 'InvoiceNo',
    known: {
      customers: 4372,
      orders: 18536,
      cancellations: 3654,
      buyers: 4339,
      repeatBuyers: 2845,
      withCancellation: 1589,
    },
    read: retailerOf,
    ask: retailerIn,
  },
  {
    name: 'bank',
    file: 'bank-marketing/bank-full.csv.gz',
    delimiter: ';',
    format: 'csv-campaign-contacts',
    known: {
      contacts: 45211,
      yes: 5289,
      yesByCalls: [
        0.145975832193, 0.112035185926, 0.111936243434, 0.090005678592, 0.078798185941, 0.058094144661,
      ],
    },
    read: bankOf,
    ask: bankIn,
  },
];
