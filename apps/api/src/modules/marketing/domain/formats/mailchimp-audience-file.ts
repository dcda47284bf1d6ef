import type { AudienceFile, FileHeader, KnownAudienceFile } from '#modules/house';

/** Beside `subscribed` in a name, these may turn it into its contrary. */
const contrary = /(?<![a-z])(?:not|no|never|longer|ex|former|formerly|previously|once)(?![a-z])/;

/**
 * Which file of Mailchimp's audience export this is; `null` when nothing tells. Columns that only those who left have weigh more than
 * what somebody says, and that more than the name. A name that could mean the contrary grants nothing.
 */
export function mailchimpAudienceFile(
  { columns, fileName }: Pick<FileHeader, 'columns' | 'fileName'>,
  said?: AudienceFile,
): KnownAudienceFile | null {
  const names = new Set(columns.map((column) => column.toUpperCase()));
  if (names.has('UNSUB_TIME')) return { file: 'unsubscribed', by: 'columns' };
  if (names.has('CLEAN_TIME')) return { file: 'cleaned', by: 'columns' };
  if (said) return { file: said, by: 'person' };
  const name = fileName.toLowerCase();
  if (/non[-_ ]?subscribed/.test(name)) return { file: 'nonsubscribed', by: 'name' };
  if (/un[-_ ]?subscribed/.test(name)) return { file: 'unsubscribed', by: 'name' };
  if (/cleaned/.test(name)) return { file: 'cleaned', by: 'name' };
  if (!/(?<![a-z])subscribed/.test(name) || contrary.test(name)) return null;
  return { file: 'subscribed', by: 'name' };
}
