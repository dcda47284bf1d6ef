import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { HUBSPOT_COLUMNS } from './systems/hubspot-columns.ts';
import { INTERCOM_COLUMNS } from './systems/intercom-columns.ts';
import { MAILCHIMP_COLUMNS, mailchimpHeader } from './systems/mailchimp-columns.ts';
import { SALESFORCE_COLUMNS } from './systems/salesforce-columns.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const folders = [process.env.ANCORA_SAMPLES, join(root, '../shared/data')].flatMap((base) =>
  base ? [join(base, 'import-samples')] : [],
);
const samples = folders.find((folder) => existsSync(folder));

const pairs: [string, readonly string[]][] = [
  ['hubspot_ui_contacts.csv', HUBSPOT_COLUMNS.contacts],
  ['hubspot_ui_companies.csv', HUBSPOT_COLUMNS.companies],
  ['hubspot_ui_deals.csv', HUBSPOT_COLUMNS.deals],
  ['hubspot_ui_tickets.csv', HUBSPOT_COLUMNS.tickets],
  ['mailchimp_ui_subscribed.csv', MAILCHIMP_COLUMNS.subscribed],
  ['mailchimp_ui_unsubscribed.csv', MAILCHIMP_COLUMNS.unsubscribed],
  ['mailchimp_warehouse_campaign.csv', MAILCHIMP_COLUMNS.campaigns],
  ['mailchimp_warehouse_campaign_recipient_activity.csv', MAILCHIMP_COLUMNS.activity],
  ['intercom_warehouse_contact_history_data.csv', INTERCOM_COLUMNS.contacts],
  ['intercom_warehouse_conversation_history_data.csv', INTERCOM_COLUMNS.conversations],
  ['intercom_warehouse_conversation_part_history_data.csv', INTERCOM_COLUMNS.conversation_parts],
  ['salesforce_dataloader_accountData.csv', SALESFORCE_COLUMNS.accounts],
  ['salesforce_dataloader_opportunityData.csv', SALESFORCE_COLUMNS.opportunities],
  ['salesforce_export_Contact.csv', SALESFORCE_COLUMNS.contacts],
];

describe.skipIf(samples === undefined)(
  'headers of the demo files (skipped where the samples of real exports are not at hand)',
  () => {
    it.each(pairs)('are those of the real export %s', async (name, columns) => {
      const [header] = parse(await readFile(join(samples!, name), 'utf8'), {
        to: 1,
        bom: true,
      }) as string[][];
      expect([...columns]).toEqual(header);
    });

    it('are quoted as Mailchimp quotes them', async () => {
      for (const kind of ['unsubscribed'] as const) {
        const [line] = (await readFile(join(samples!, `mailchimp_ui_${kind}.csv`), 'utf8')).split(/\r?\n/);
        expect(mailchimpHeader(MAILCHIMP_COLUMNS[kind])).toBe(line);
      }
    });
  },
);
