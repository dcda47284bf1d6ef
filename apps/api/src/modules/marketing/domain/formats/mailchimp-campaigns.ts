import { contentHash } from '#kernel/content-hash';
import { consentSaid, defineFormat, type RowReader, refuseFormat, skip } from '#modules/house';
import type { TouchKind } from '../read-touch-signal.ts';
import { memberKey } from './mailchimp-words.ts';

/** Mailchimp's campaigns. */
export const mailchimpCampaigns = defineFormat({
  name: 'mailchimp-campaigns',
  system: 'mailchimp',
  label: 'Mailchimp campaigns',
  order: 30,
  marks: {
    needs: [
      ['id'],
      ['title', 'settings'],
      ['send_time'],
      ['subject_line', 'content_type', 'settings', 'winning_campaign_id'],
    ],
    likes: ['status', 'list_id', 'from_name', 'reply_to', 'track_opens', 'type'],
    collection: 'campaigns',
  },
  read(row) {
    if (row.flag('_fivetran_deleted')) return skip('deleted-there', { system: 'Mailchimp' });
    const id = row.need('missing-id', 'This campaign has no id', 'id');
    const subject = row.brief(500, 'subject_line', 'settings.subject_line');
    const sentAt = row.moment('send_time');
    return {
      kind: 'campaign',
      subjectKey: `campaign:${id}`,
      at: sentAt ?? row.moment('create_time'),
      body: {
        name: row.brief(300, 'title', 'settings.title', 'subject_line', 'settings.subject_line') ?? id,
        channel: 'email',
        subject,
        sentAt,
      },
    };
  },
});

const actions: Record<string, TouchKind> = {
  open: 'opened',
  click: 'clicked',
  bounce: 'bounced',
  sent: 'sent',
};

/** What mails did: opened, clicked, bounced, one happening a row. */
export const mailchimpActivity = defineFormat({
  name: 'mailchimp-activity',
  system: 'mailchimp',
  label: 'Mailchimp activity of recipients',
  order: 50,
  marks: {
    needs: [['action'], ['campaign_id'], ['member_id', 'email_id', 'email_address'], ['timestamp']],
    likes: ['bounce_type', 'ip', 'url', 'list_id'],
  },
  read(row) {
    const member = memberOf(row);
    const campaign = row.need(
      'missing-campaign',
      'This row does not say of which campaign it is',
      'campaign_id',
    );
    const word = row.text('action') ?? '';
    if (!Object.hasOwn(actions, word))
      row.refuse(
        'bad-action',
        `${word || 'Nothing'} is nothing that a mail can do (open, click, bounce)`,
        'action',
      );
    const at = momentOf(row);
    const url = row.brief(2000, 'url');
    return {
      kind: 'touch',
      subjectKey: `touch:${contentHash([campaign, member.key, word, at, url])}`,
      at,
      person: member,
      body: { kind: actions[word], channel: 'email', campaignKey: `campaign:${campaign}`, url },
    };
  },
});

/** Who left after which campaign. */
export const mailchimpUnsubscribes = defineFormat({
  name: 'mailchimp-unsubscribes',
  system: 'mailchimp',
  label: 'Mailchimp unsubscribes',
  order: 50,
  marks: {
    needs: [['campaign_id'], ['member_id', 'email_id', 'email_address'], ['timestamp'], ['reason']],
    likes: ['list_id'],
    never: ['action'],
    collection: 'unsubscribes',
  },
  read(row) {
    const member = memberOf(row);
    const campaign = row.need(
      'missing-campaign',
      'This row does not say of which campaign it is',
      'campaign_id',
    );
    const at = momentOf(row);
    const reason = row.brief(500, 'reason');
    const whose = [member.key, row.text('list_id')].filter(Boolean).join(':');
    return [
      {
        kind: 'touch',
        subjectKey: `touch:${contentHash([campaign, member.key, 'unsubscribe', at])}`,
        at,
        person: member,
        body: { kind: 'unsubscribed', channel: 'email', campaignKey: `campaign:${campaign}` },
      },
      consentSaid(member, whose, 'withdrawn', at, { evidence: { reason } }),
    ];
  },
});

/** Mailchimp's audiences as such. */
export const mailchimpLists = refuseFormat({
  name: 'mailchimp-lists',
  system: 'mailchimp',
  label: 'Mailchimp audiences (their settings)',
  order: 90,
  marks: {
    needs: [['permission_reminder'], ['default_from_email', 'campaign_defaults', 'list_rating']],
    collection: 'lists',
  },
  notImported: 'This file holds the settings of audiences and no members: export the audience itself',
});

/** Mailchimp's segments as such. */
export const mailchimpSegments = refuseFormat({
  name: 'mailchimp-segments',
  system: 'mailchimp',
  label: 'Mailchimp segments',
  order: 90,
  marks: { needs: [['member_count'], ['list_id'], ['name'], ['type']], collection: 'segments' },
  notImported: 'A segment says how many members it has and not who they are: its tags come with the members',
});

function memberOf(row: RowReader): { key: string; emails?: string[] } {
  const id = row.text('member_id', 'email_id');
  const emails = row.emails('email_address');
  if (id) return { key: `member:${id}`, emails };
  const email = emails[0] ?? row.refuse('no-person', 'This row does not say whom it concerns', 'member_id');
  return { key: memberKey(email), emails };
}

const momentOf = (row: RowReader): string =>
  row.moment('timestamp') ??
  row.refuse('missing-date', 'This row does not say when it happened', 'timestamp');
