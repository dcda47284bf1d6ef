import { defineFormat, type RowReader } from '#modules/house';
import { contentKinds, contentPurposes } from '../content-item.ts';
import { contentBody } from '../read-content-signal.ts';

/** A library of content as Ancora itself writes it: one object an item, with its languages and placements. */
export const libraryItems = defineFormat({
  name: 'ancora-content',
  system: 'library',
  label: 'Content library',
  order: 30,
  marks: {
    needs: [['content_key'], ['translations'], ['content_kind']],
    likes: ['purpose', 'placements', 'owner_name', 'claims', 'tags', 'product'],
    collection: 'content',
  },
  read(row) {
    const key = row.need('missing-id', 'This content has no key', 'content_key');
    const body = {
      kind: among(row, contentKinds, 'content_kind'),
      purpose: among(row, contentPurposes, 'purpose'),
      ownerName: row.brief(200, 'owner_name'),
      ownerEmail: row.brief(320, 'owner_email'),
      product: row.brief(200, 'product'),
      tags: row.list(/[;,]/, 'tags'),
      claims: row.list(/\n/, 'claims'),
      validFrom: row.day('valid_from'),
      validUntil: row.day('valid_until'),
      translations: row.row.cells.translations,
      placements: row.row.cells.placements,
    };
    const read = contentBody.safeParse(JSON.parse(JSON.stringify(body)));
    if (!read.success)
      row.refuse(
        'bad-content',
        `This content cannot be read: ${read.error.issues[0]?.path.join('.')} is not as it should be`,
        String(read.error.issues[0]?.path[0] ?? 'translations'),
      );
    return { kind: 'content', subjectKey: `content:${key}`, at: row.moment('updated_at'), body: read.data };
  },
});

function among<Word extends string>(
  row: RowReader,
  words: readonly Word[],
  column: string,
): Word | undefined {
  const text = row.text(column);
  const found = words.find((word) => word === text);
  return text === undefined || found
    ? found
    : row.refuse('bad-word', `${text} is not one of ${words.join(', ')}`, column);
}
