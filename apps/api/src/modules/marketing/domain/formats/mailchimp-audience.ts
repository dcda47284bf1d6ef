import { isTimeZone } from '#kernel/time-zone';
import { defineFormat, type RowReader } from '#modules/house';
import { mailchimpAudienceFile } from './mailchimp-audience-file.ts';
import { emailOf, memberKey, memberSaid, readTags, type Standing } from './mailchimp-words.ts';

/**
 * The files of Mailchimp's audience export. Which file a row is in is its consent: the columns tell unsubscribed and cleaned
 * apart; of the others whoever brings them says which one it is, or else its name does. A file of which nothing tells says nothing of consent.
 */
export const mailchimpAudience = defineFormat({
  name: 'mailchimp-audience',
  system: 'mailchimp',
  label: 'Mailchimp audience',
  order: 20,
  hasPhones: true,
  audienceFile: mailchimpAudienceFile,
  marks: {
    needs: [['Email Address'], ['LEID', 'EUID', 'MEMBER_RATING', 'OPTIN_TIME']],
    likes: ['First Name', 'Last Name', 'CONFIRM_TIME', 'OPTIN_IP', 'LAST_CHANGED', 'TAGS'],
  },
  read(row) {
    const email = emailOf(row, 'Email Address');
    const standing = standingOf(row);
    const optInAt = row.moment('OPTIN_TIME');
    const confirmedAt = row.moment('CONFIRM_TIME');
    const endedAt = row.moment('UNSUB_TIME', 'CLEAN_TIME');
    const optIn = {
      optInAt,
      optInAddress: row.text('OPTIN_IP'),
      confirmedAt,
      confirmedAddress: row.text('CONFIRM_IP'),
    };
    const zone = row.text('TIMEZONE');
    return memberSaid(row, {
      key: memberKey(email),
      email,
      standing,
      at: row.moment('LAST_CHANGED') ?? endedAt ?? confirmedAt ?? optInAt,
      since: standing === 'subscribed' ? (confirmedAt ?? optInAt) : endedAt,
      evidence: standing === 'subscribed' ? optIn : { reason: reasonOf(row, standing) },
      euid: row.text('EUID'),
      givenName: row.text('First Name'),
      familyName: row.text('Last Name'),
      phones: row.texts('Phone Number', 'Phone'),
      timeZone: zone && isTimeZone(zone) ? zone : undefined,
      tags: readTags(row.text('TAGS')),
    });
  },
});

function standingOf(row: RowReader): Standing | undefined {
  const known = mailchimpAudienceFile(row.header, row.options.audienceFile);
  return known && known.file !== 'nonsubscribed' ? known.file : undefined;
}

function reasonOf(row: RowReader, standing: Standing | undefined): string | undefined {
  const campaign = row.text('UNSUB_CAMPAIGN_TITLE', 'CLEAN_CAMPAIGN_TITLE');
  const reason =
    row.text('UNSUB_REASON_OTHER', 'UNSUB_REASON') ?? (standing === 'cleaned' ? 'mails bounced' : undefined);
  return [reason, campaign && `after ${campaign}`].filter(Boolean).join(', ').slice(0, 500) || undefined;
}
