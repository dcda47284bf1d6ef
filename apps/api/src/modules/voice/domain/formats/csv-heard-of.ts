import { defineFormat } from '#modules/house';
import { readWay } from '../heard-of.ts';

const question = ['How did you hear about us', 'How did you hear of us', 'Heard of us', 'Heard about us'];

/** Answers to "how did you hear of us", as web forms export them, with who recommended us where a column names them. */
export const csvHeardOf = defineFormat({
  name: 'csv-heard-of',
  system: 'csv',
  label: 'How people heard of us',
  order: 50,
  marks: {
    needs: [question, ['Email', 'Customer email', 'Phone', 'Customer ID']],
    likes: ['Referred by email', 'Referred by', 'Referral code', 'Answered at', 'Date'],
    never: ['Order ID', 'Answer ID', 'Review ID'],
  },
  read(row) {
    const key = row.text('Customer ID');
    const emails = row.emails('Email', 'Customer email');
    const phones = row.texts('Phone');
    if (!key && !emails.length && !phones.length)
      row.refuse('no-person', 'This answer does not say whose it is', 'Email');
    const words = row.need('missing-survey', 'This row does not say how they heard of us', ...question);
    const by = row.emails('Referred by email');
    const name = row.text('Referred by');
    return {
      kind: 'heard-of',
      subjectKey: `heard-of:${key ?? emails[0] ?? phones[0]}`,
      at: row.moment('Answered at', 'Date'),
      person: { ...(key ? { key: `customer:${key}` } : {}), emails, phones },
      // A name alone makes nobody: the words keep it.
      ...(by.length > 0
        ? { others: [{ emails: by, ...(name ? { profile: { fullName: name } } : {}) }] }
        : {}),
      body: {
        way: by.length > 0 || name ? 'recommendation' : readWay(words),
        words: by.length === 0 && name ? `${words} (${name})` : words,
        via: 'import',
      },
    };
  },
});
