import { defineFormat } from '#modules/house';
import { type PromiseKind, promiseKinds } from '../read-promise-signal.ts';

const names = {
  id: ['Promise ID', 'Promise key'],
  words: ['Promise', 'What was promised'],
  email: ['Email', 'Customer email'],
  due: ['Due at', 'Promised for', 'Due'],
} as const;

/** Promises that somebody kept in a table: one a row, with what became of it. */
export const csvPromises = defineFormat({
  name: 'csv-promises',
  system: 'csv',
  label: 'Promises made to customers',
  order: 50,
  marks: {
    needs: [names.id, names.words, [...names.email, 'Customer ID', 'Phone'], names.due],
    likes: ['Kind', 'Channel', 'Made at', 'Promised by', 'Done at', 'Withdrawn at', 'Evidence'],
  },
  read(row) {
    const id = row.need('missing-id', 'This promise has no id', ...names.id);
    const words = row.brief(500, ...names.words);
    const dueAt = row.moment(...names.due);
    if (!words) row.refuse('missing-words', `Promise ${id} does not say what was promised`, names.words[0]);
    if (!dueAt) row.refuse('missing-date', `Promise ${id} does not say by when`, names.due[0]);
    const key = row.text('Customer ID');
    const emails = row.emails(...names.email);
    const phones = row.texts('Phone');
    if (!key && !emails.length && !phones.length)
      row.refuse('no-person', `Promise ${id} does not say to whom it was made`, names.email[0]);
    const madeAt = row.moment('Made at', 'Promised at');
    const doneAt = row.moment('Done at', 'Kept at');
    const withdrawnAt = row.moment('Withdrawn at');
    return {
      kind: 'promise',
      subjectKey: `promise:${id}`,
      at: withdrawnAt ?? doneAt ?? madeAt,
      person: { ...(key ? { key: `customer:${key}` } : {}), emails, phones },
      body: {
        kind: kindOf(row.text('Kind')),
        words,
        channel: row.brief(40, 'Channel')?.toLowerCase(),
        madeAt,
        dueAt,
        promiserName: row.brief(200, 'Promised by'),
        doneAt,
        withdrawnAt,
        evidence: row.brief(500, 'Evidence'),
      },
    };
  },
});

function kindOf(word: string | undefined): PromiseKind | undefined {
  const plain = word?.toLowerCase().replace(/[\s_]+/g, '-');
  return promiseKinds.find((kind) => kind === plain);
}
