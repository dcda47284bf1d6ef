import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { toSecond } from '../calendar.ts';
import { CsvFile } from '../files/csv-file.ts';
import { COUNTRY_CODES, type Person } from '../people/person.ts';
import { sight } from '../people/sight.ts';
import { MAILCHIMP_COLUMNS as COLUMNS, mailchimpHeader } from './mailchimp-columns.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

const LIST = '8e423a4179';
const ZONES = {
  en: ['0', '1', 'Europe/London'],
  it: ['1', '2', 'Europe/Rome'],
  fr: ['1', '2', 'Europe/Paris'],
  ro: ['2', '3', 'Europe/Bucharest'],
} as const;

/** Mailchimp's id of a member: the MD5 of the lower-case address. */
export const memberId = (email: string): string =>
  createHash('md5').update(email.toLowerCase()).digest('hex');

const euidOf = (person: Person): string =>
  createHash('md5').update(`member ${person.number}`).digest('hex').slice(0, 10);

/** An address out of the ranges that are kept for documents (RFC 5737). */
const ipOf = (person: Person): string =>
  `${['192.0.2', '198.51.100', '203.0.113'][person.number % 3]}.${1 + (person.number % 253)}`;

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
  const synced = `${toSecond(world.today)}.000`;

  for (const campaign of world.campaigns)
    await campaigns.csv.add({
      id: campaign.id,
      _fivetran_deleted: false,
      _fivetran_synced: synced,
      authenticate: true,
      auto_footer: false,
      auto_tweet: false,
      content_type: 'template',
      create_time: toSecond(campaign.sentAt - 172_800_000),
      drag_and_drop: true,
      fb_comments: true,
      from_name: 'Casa Marea',
      inline_css: false,
      list_id: LIST,
      long_archive_url: campaign.url,
      reply_to: 'ciao@casamarea.example',
      send_time: toSecond(campaign.sentAt),
      status: 'sent',
      subject_line: campaign.subject,
      template_id: 116,
      timewarp: false,
      title: campaign.title,
      to_name: '*|FNAME|*',
      track_ecomm_360: false,
      track_goals: false,
      track_html_clicks: true,
      track_opens: true,
      track_text_clicks: false,
      type: 'regular',
      use_conversation: true,
    });

  return {
    files: [subscribed, unsubscribed, cleaned, campaigns, activity],
    async meet({ person, happenings }) {
      const [subscription] = ofKind(happenings, 'subscription');
      const seen = sight(world.seed, person, 'mailchimp', world.today);
      if (!subscription || seen.email === '') return;
      const [GMTOFF, DSTOFF, TIMEZONE] = ZONES[person.language];
      const ip = ipOf(person);
      const confirmed = subscription.confirmedAt;
      const campaign =
        subscription.endCampaign === undefined ? undefined : world.campaigns[subscription.endCampaign];
      const member = {
        'Email Address': seen.email,
        'First Name': seen.first,
        'Last Name': seen.last,
        MEMBER_RATING: subscription.rating,
        OPTIN_TIME: toSecond(subscription.at),
        OPTIN_IP: ip,
        CONFIRM_TIME: confirmed ? toSecond(confirmed) : '',
        CONFIRM_IP: confirmed ? ip : '',
        GMTOFF,
        DSTOFF,
        TIMEZONE,
        CC: COUNTRY_CODES[person.language],
        LEID: 100_000 + person.number,
        EUID: euidOf(person),
        NOTES: '',
        TAGS: person.company === undefined ? '"newsletter"' : '"newsletter","business"',
      };
      const ended = toSecond(subscription.endedAt ?? subscription.at);
      if (subscription.status === 'subscribed')
        await subscribed.csv.add({
          ...member,
          Address:
            person.number % 4
              ? ''
              : `${person.street}   ${person.city}  ${person.postcode} ${COUNTRY_CODES[person.language]}`,
          'Phone Number': seen.phone,
          Birthday: person.birthday,
          LAST_CHANGED: toSecond(confirmed ?? subscription.at),
        });
      else if (subscription.status === 'unsubscribed')
        await unsubscribed.csv.add({
          ...member,
          UNSUB_TIME: ended,
          UNSUB_CAMPAIGN_TITLE: campaign?.title,
          UNSUB_CAMPAIGN_ID: campaign?.id,
          UNSUB_REASON: subscription.reason,
        });
      else
        await cleaned.csv.add({
          ...member,
          CLEAN_TIME: ended,
          CLEAN_CAMPAIGN_TITLE: campaign?.title,
          CLEAN_CAMPAIGN_ID: campaign?.id,
        });
      await truth.tell('mailchimp', subscription.status, euidOf(person), person);
      for (const { action, at, campaign: number } of ofKind(happenings, 'touch')) {
        const { id, url } = world.campaigns[number]!;
        await activity.csv.add({
          action,
          campaign_id: id,
          member_id: memberId(seen.email),
          timestamp: toSecond(at),
          _fivetran_synced: synced,
          bounce_type: action === 'bounce' ? 'hard' : '',
          ip: action === 'open' || action === 'click' ? ip : '',
          list_id: LIST,
          url: action === 'click' ? url : '',
        });
      }
    },
  };
}
