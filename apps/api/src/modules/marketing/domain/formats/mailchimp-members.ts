import { isTimeZone } from '#kernel/time-zone';
import { defineFormat } from '#modules/house';
import { emailOf, memberKey, memberSaid, type Standing } from './mailchimp-words.ts';

const standings: Record<string, Standing> = {
  subscribed: 'subscribed',
  unsubscribed: 'unsubscribed',
  cleaned: 'cleaned',
  archived: 'unsubscribed',
};

/** Members as Mailchimp's API and warehouses write them, with their status in a column. */
export const mailchimpMembers = defineFormat({
  name: 'mailchimp-members',
  system: 'mailchimp',
  label: 'Mailchimp members',
  order: 20,
  hasPhones: true,
  marks: {
    needs: [['email_address'], ['status'], ['unique_email_id', 'timestamp_opt', 'ip_signup', 'merge_fields']],
    likes: ['list_id', 'member_rating', 'last_changed', 'timestamp_signup', 'vip', 'language'],
    collection: 'members',
  },
  read(row) {
    const email = emailOf(row, 'email_address');
    const id = row.text('id');
    const word = row.text('status') ?? '';
    const standing = Object.hasOwn(standings, word) ? standings[word] : undefined;
    const changed = row.moment('last_changed');
    const optInAt = row.moment('timestamp_signup');
    const confirmedAt = row.moment('timestamp_opt');
    const optIn = {
      optInAt,
      optInAddress: row.text('ip_signup'),
      confirmedAt,
      confirmedAddress: row.text('ip_opt'),
    };
    const zone = row.text('timezone', 'location.timezone');
    const phone = row.text('merge_fields.PHONE', 'merge_phone');
    return memberSaid(row, {
      key: id ? `member:${id}` : memberKey(email),
      email,
      standing,
      audience: row.text('list_id'),
      at: changed ?? confirmedAt ?? optInAt,
      since: standing === 'subscribed' ? (confirmedAt ?? optInAt) : changed,
      evidence:
        standing === 'subscribed'
          ? optIn
          : { reason: row.text('unsubscribe_reason') ?? (standing && `${word} in Mailchimp`) },
      euid: row.text('unique_email_id'),
      givenName: row.text('merge_fields.FNAME', 'merge_fname'),
      familyName: row.text('merge_fields.LNAME', 'merge_lname'),
      phones: phone ? [phone] : [],
      language: row.text('language'),
      timeZone: zone && isTimeZone(zone) ? zone : undefined,
      tags: row.list(/,/, 'tags'),
    });
  },
});
