import { contentHash } from '#kernel/content-hash';
import { defineFormat, type RowReader } from '#modules/house';
import { contentChannels, useActs } from '../content-item.ts';

/** What was given to whom, one use a row. */
export const libraryUses = defineFormat({
  name: 'ancora-content-uses',
  system: 'library',
  label: 'Uses of content',
  order: 60,
  marks: {
    needs: [['content_key'], ['used_at'], ['email']],
    likes: ['channel', 'act', 'department', 'language', 'opened_at', 'colleague'],
    never: ['translations'],
    collection: 'uses',
  },
  read(row) {
    const content = row.need('missing-id', 'This row does not say which content was given', 'content_key');
    const emails = row.emails('email');
    if (emails.length === 0) row.refuse('no-person', 'This row does not say to whom', 'email');
    const at = row.moment('used_at') ?? row.refuse('missing-date', 'This row does not say when', 'used_at');
    return {
      kind: 'content-use',
      subjectKey: `content-use:${row.text('use_key') ?? contentHash([content, emails[0], at])}`,
      at,
      person: { key: `person:${emails[0]}`, emails },
      body: {
        contentKey: `content:${content}`,
        act: among(row, useActs, 'act'),
        channel: among(row, contentChannels, 'channel'),
        department: among(row, ['sales', 'marketing', 'support'], 'department'),
        language: row.text('language'),
        userName: row.brief(200, 'colleague'),
        openedAt: row.moment('opened_at'),
      },
    };
  },
});

function among(row: RowReader, words: readonly string[], column: string): string | undefined {
  const text = row.text(column);
  if (text === undefined || words.includes(text)) return text;
  return row.refuse('bad-word', `${text} is not one of ${words.join(', ')}`, column);
}
