import { describe, expect, it } from 'vitest';
import { mailchimpAudienceFile } from './mailchimp-audience-file.ts';

const columns = ['Email Address', 'OPTIN_TIME', 'LEID'];
const of = (fileName: string, more: string[] = []) => ({ fileName, columns: [...columns, ...more] });

describe('which file of Mailchimp’s audience export somebody brings', () => {
  it.each([
    ['subscribed_email_audience_export_1.csv', 'subscribed'],
    ['mailchimp_ui_subscribed.csv', 'subscribed'],
    ['unsubscribed_members.csv', 'unsubscribed'],
    ['Un-subscribed.csv', 'unsubscribed'],
    ['cleaned_members.csv', 'cleaned'],
    ['nonsubscribed_members.csv', 'nonsubscribed'],
    ['non-subscribed.csv', 'nonsubscribed'],
  ] as const)('%s says it by its name: %s', (fileName, file) => {
    expect(mailchimpAudienceFile(of(fileName))).toEqual({ file, by: 'name' });
  });

  it.each([
    'export.csv',
    'members.csv',
    'not_subscribed.csv',
    'no-longer-subscribed.csv',
    'ex subscribed.csv',
  ])('%s does not say it, and nobody is taken to have agreed', (fileName) => {
    expect(mailchimpAudienceFile(of(fileName))).toBeNull();
  });

  it('is told by whoever brings it, also against its name', () => {
    expect(mailchimpAudienceFile(of('export.csv'), 'subscribed')).toEqual({
      file: 'subscribed',
      by: 'person',
    });
    expect(mailchimpAudienceFile(of('subscribed.csv'), 'cleaned')).toEqual({ file: 'cleaned', by: 'person' });
  });

  it('is what its columns say, whatever anybody says', () => {
    expect(mailchimpAudienceFile(of('subscribed.csv', ['UNSUB_TIME']), 'subscribed')).toEqual({
      file: 'unsubscribed',
      by: 'columns',
    });
    expect(mailchimpAudienceFile(of('subscribed.csv', ['clean_time']))).toEqual({
      file: 'cleaned',
      by: 'columns',
    });
  });
});
