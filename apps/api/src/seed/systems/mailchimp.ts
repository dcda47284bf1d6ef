import { join } from 'node:path';
import { toSecond } from '../calendar.ts';
import { CsvFile } from '../files/csv-file.ts';
import { sight } from '../people/sight.ts';
import { MAILCHIMP_COLUMNS as COLUMNS, mailchimpHeader } from './mailchimp-columns.ts';
import { campaignRow, euidOf, memberRow, subscribedRow, touchRow } from './mailchimp-rows.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

/** Mailchimp, where marketing works: the three audience files, the campaigns, and what the mails did. */
export async function openMailchimp({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const open = async <Kind extends keyof typeof COLUMNS>(kind: Kind, audience: boolean) => {
    const path = join(folder, `mailchimp-${kind}.csv`);
    const columns = COLUMNS[kind];
    const csv = await CsvFile.create<(typeof COLUMNS)[Kind][number]>(
      path,
      columns,
      'needed',
      audience ? mailchimpHeader(columns) : undefined,
    );
    return { path, source: 'mailchimp', kind, csv, file: csv.file, happened: kind === 'activity' } as const;
  };
  const subscribed = await open('subscribed', true);
  const unsubscribed = await open('unsubscribed', true);
  const cleaned = await open('cleaned', true);
  const campaigns = await open('campaigns', false);
  const activity = await open('activity', false);

  for (const campaign of world.campaigns) await campaigns.csv.add(campaignRow(campaign, world.today));

  return {
    files: [subscribed, unsubscribed, cleaned, campaigns, activity],
    async meet({ person, happenings }) {
      const [subscription] = ofKind(happenings, 'subscription');
      const seen = sight(world.seed, person, 'mailchimp', world.today);
      if (!subscription || seen.email === '') return;
      const { status, endCampaign, reason } = subscription;
      const member = memberRow(person, seen, subscription);
      const ended = toSecond(subscription.endedAt ?? subscription.at);
      const last = endCampaign === undefined ? undefined : world.campaigns[endCampaign];
      if (status === 'subscribed') await subscribed.csv.add(subscribedRow(person, seen, subscription));
      else if (status === 'unsubscribed')
        await unsubscribed.csv.add({
          ...member,
          UNSUB_TIME: ended,
          UNSUB_CAMPAIGN_TITLE: last?.title,
          UNSUB_CAMPAIGN_ID: last?.id,
          UNSUB_REASON: reason,
        });
      else
        await cleaned.csv.add({
          ...member,
          CLEAN_TIME: ended,
          CLEAN_CAMPAIGN_TITLE: last?.title,
          CLEAN_CAMPAIGN_ID: last?.id,
        });
      await truth.tell('mailchimp', status, euidOf(person), person);
      for (const touch of ofKind(happenings, 'touch'))
        await activity.csv.add(touchRow(touch, world.campaigns[touch.campaign]!, person, seen, world.today));
    },
  };
}
