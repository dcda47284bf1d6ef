import { defineFormat, type RowReader } from '#modules/house';
import { type Cause, causes, type Instrument } from '../read-voice-signals.ts';

const instrumentWords: Record<string, Instrument> = {
  nps: 'nps',
  recommend: 'nps',
  csat: 'csat',
  satisfaction: 'csat',
  ces: 'ces',
  effort: 'ces',
  expectation: 'expectation',
};
const driverColumn = /^(?:driver|rating)[\s:_-]+(.{1,60})$/i;

/** Answers to surveys: one question to one person a row, answered or not. Columns `Driver: service` rate parts of it. */
export const csvAnswers = defineFormat({
  name: 'csv-answers',
  system: 'csv',
  label: 'Answers to surveys',
  order: 50,
  marks: {
    needs: [
      ['Answer ID', 'Response ID', 'Survey ID'],
      ['Survey', 'Instrument', 'Question type'],
      ['Score', 'Answer', 'Value', 'Expected'],
      ['Email', 'Customer email', 'Phone', 'Customer ID'],
    ],
    likes: [
      'Channel',
      'Asked at',
      'Answered at',
      'Product',
      'SKU',
      'Expected',
      'Found',
      'Cause',
      'Comment',
      'Topic',
    ],
  },
  read(row) {
    const { header } = row;
    const id = row.need('missing-id', 'This answer has no id', 'Answer ID', 'Response ID', 'Survey ID');
    const word = row.need(
      'missing-survey',
      `Answer ${id} does not say to which question`,
      'Survey',
      'Instrument',
      'Question type',
    );
    const plain = word.toLowerCase().trim();
    if (!Object.hasOwn(instrumentWords, plain))
      row.refuse('bad-survey', `${word} is no kind of survey (NPS, CSAT, CES, expectation)`, 'Survey');
    const answeredAt = row.moment('Answered at', 'Responded at', 'Date');
    const askedAt = row.moment('Asked at', 'Sent at');
    const value = row.number('Score', 'Answer', 'Value');
    return {
      kind: 'answer',
      subjectKey: `answer:${id}`,
      at: answeredAt ?? askedAt,
      person: personOf(row, id),
      body: {
        instrument: instrumentWords[plain],
        channel: row.brief(40, 'Channel')?.toLowerCase(),
        topic: topicOf(row.text('Topic')),
        value,
        expected: row.number('Expected'),
        perceived: row.number('Found', 'Perceived'),
        cause: causeOf(row.text('Cause')),
        productName: row.brief(300, 'Product', 'Product name'),
        sku: row.brief(100, 'SKU'),
        drivers: driversOf(row, header.columns),
        comment: row.brief(4000, 'Comment', 'Remark'),
        askedAt,
        answeredAt,
      },
    };
  },
});

function personOf(row: RowReader, id: string) {
  const key = row.text('Customer ID');
  const emails = row.emails('Email', 'Customer email');
  const phones = row.texts('Phone');
  if (!key && !emails.length && !phones.length)
    row.refuse('no-person', `Answer ${id} does not say whose it is`, 'Email');
  return { ...(key ? { key: `customer:${key}` } : {}), emails, phones };
}

const causeOf = (word: string | undefined): Cause | undefined =>
  word === undefined ? undefined : (causes.find((cause) => cause === word.toLowerCase()) ?? 'other');

const topicOf = (word: string | undefined): 'product' | 'journey' | undefined =>
  (['product', 'journey'] as const).find((topic) => topic === word?.toLowerCase());

function driversOf(row: RowReader, columns: readonly string[]): Record<string, number> | undefined {
  const drivers: Record<string, number> = {};
  for (const column of columns) {
    const name = driverColumn.exec(column)?.[1]?.trim().toLowerCase();
    const rating = name && row.number(column);
    if (name && typeof rating === 'number') drivers[name] = rating;
  }
  return Object.keys(drivers).length > 0 ? drivers : undefined;
}

/** Reviews and mentions that somebody gathered: one a row. */
export const csvReviews = defineFormat({
  name: 'csv-reviews',
  system: 'csv',
  label: 'Reviews and mentions',
  order: 50,
  marks: {
    needs: [
      ['Review ID', 'Mention ID'],
      ['Rating', 'Stars', 'Text', 'Review'],
      ['Email', 'Customer email', 'Phone', 'Customer ID', 'Handle', 'Author', 'Reviewer'],
    ],
    likes: [
      'Out of',
      'Language',
      'Reply',
      'Answered at',
      'Site',
      'URL',
      'Product',
      'SKU',
      'Written at',
      'Title',
    ],
    never: ['Order ID'],
  },
  read(row) {
    const id = row.need('missing-id', 'This review has no id', 'Review ID', 'Mention ID');
    const isMention = row.text('Mention ID') !== undefined && row.text('Review ID') === undefined;
    const person = personOfReview(row);
    return {
      kind: 'review',
      subjectKey: `review:${id}`,
      at: row.moment('Written at', 'Date', 'Created at'),
      ...(person ? { person } : {}),
      body: {
        form: isMention ? 'mention' : 'review',
        site: row.brief(200, 'Site', 'Network'),
        rating: row.number('Rating', 'Stars'),
        ratingOutOf: row.number('Out of', 'Scale'),
        authorName: row.brief(200, 'Author', 'Reviewer'),
        language: row.brief(35, 'Language'),
        reply: row.brief(10_000, 'Reply', 'Our answer'),
        answeredAt: row.moment('Answered at', 'Replied at'),
        title: row.brief(300, 'Title'),
        text: row.brief(10_000, 'Text', 'Review'),
        url: row.brief(2000, 'URL'),
        productName: row.brief(300, 'Product', 'Product name'),
        sku: row.brief(100, 'SKU'),
      },
    };
  },
});

/** Who wrote it, where a mailbox, a telephone, a number or a handle says so; a bare name makes nobody. */
function personOfReview(row: RowReader) {
  const key = row.text('Customer ID');
  const emails = row.emails('Email', 'Customer email');
  const phones = row.texts('Phone');
  const handle = row.text('Handle');
  if (!key && !emails.length && !phones.length && !handle) return undefined;
  const kind = row.text('Network', 'Site')?.toLowerCase() ?? 'handle';
  return {
    ...(key ? { key: `customer:${key}` } : {}),
    emails,
    phones,
    ...(handle ? { handles: [{ kind, value: handle }] } : {}),
  };
}
