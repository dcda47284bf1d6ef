import { createHash } from 'node:crypto';
import { toSecond } from '../calendar.ts';
import type { Cell } from '../files/csv-file.ts';
import type { Campaign } from '../life/campaigns.ts';
import type { Subscription, Touch } from '../life/happening.ts';
import { COUNTRY_CODES, type Person } from '../people/person.ts';
import type { Sighting } from '../people/sight.ts';
import type { MAILCHIMP_COLUMNS } from './mailchimp-columns.ts';

type Row<Kind extends keyof typeof MAILCHIMP_COLUMNS> = Partial<
  Record<(typeof MAILCHIMP_COLUMNS)[Kind][number], Cell>
>;

const LIST = '8e423a4179';
const ZONES = {
  en: ['0', '1', 'Europe/London'],
  it: ['1', '2', 'Europe/Rome'],
  fr: ['1', '2', 'Europe/Paris'],
  ro: ['2', '3', 'Europe/Bucharest'],
} as const;

/** Mailchimp's id of a member: the MD5 of the lower-case address. */
const memberId = (email: string): string => createHash('md5').update(email.toLowerCase()).digest('hex');

/** Mailchimp's lasting id of a member, whatever the address. */
export const euidOf = (person: Person): string =>
  createHash('md5').update(`member ${person.number}`).digest('hex').slice(0, 10);

/** An address out of the ranges that are kept for documents (RFC 5737). */
const ipOf = (person: Person): string =>
  `${['192.0.2', '198.51.100', '203.0.113'][person.number % 3]}.${1 + (person.number % 253)}`;

const syncedAt = (today: number): string => `${toSecond(today)}.000`;

/** A campaign. */
export function campaignRow(campaign: Campaign, today: number): Row<'campaigns'> {
  return {
    id: campaign.id,
    _fivetran_deleted: false,
    _fivetran_synced: syncedAt(today),
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
  };
}

/** What all three audience files say of a member. */
export function memberRow(person: Person, seen: Sighting, subscription: Subscription) {
  const [GMTOFF, DSTOFF, TIMEZONE] = ZONES[person.language];
  const ip = ipOf(person);
  const confirmed = subscription.confirmedAt;
  return {
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
}

/** What only the file of the subscribed says. */
export function subscribedRow(person: Person, seen: Sighting, subscription: Subscription): Row<'subscribed'> {
  const place = `${person.street}   ${person.city}  ${person.postcode} ${COUNTRY_CODES[person.language]}`;
  return {
    ...memberRow(person, seen, subscription),
    Address: person.number % 4 ? '' : place,
    'Phone Number': seen.phone,
    Birthday: person.birthday,
    LAST_CHANGED: toSecond(subscription.confirmedAt ?? subscription.at),
  };
}

/** What a mail did with a member. */
export function touchRow(
  { action, at }: Touch,
  campaign: Campaign,
  person: Person,
  seen: Sighting,
  today: number,
): Row<'activity'> {
  return {
    action,
    campaign_id: campaign.id,
    member_id: memberId(seen.email),
    timestamp: toSecond(at),
    _fivetran_synced: syncedAt(today),
    bounce_type: action === 'bounce' ? 'hard' : '',
    ip: action === 'open' || action === 'click' ? ipOf(person) : '',
    list_id: LIST,
    url: action === 'click' ? campaign.url : '',
  };
}
