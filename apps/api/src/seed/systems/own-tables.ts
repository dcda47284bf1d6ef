import { join } from 'node:path';
import { toSecond } from '../calendar.ts';
import { CsvFile } from '../files/csv-file.ts';
import type { System } from '../people/person.ts';
import { sight } from '../people/sight.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

const PROMISES = [
  'Promise ID',
  'Email',
  'Promise',
  'Kind',
  'Channel',
  'Promised by',
  'Made at',
  'Due at',
  'Done at',
  'Evidence',
] as const;

const ANSWERS = [
  'Answer ID',
  'Email',
  'Survey',
  'Channel',
  'Asked at',
  'Answered at',
  'Score',
  'Product',
  'Expected',
  'Found',
  'Cause',
  'Comment',
  'Rating: service',
  'Rating: product',
  'Rating: delivery',
  'Rating: price',
] as const;
const REVIEWS = ['Review ID', 'Email', 'Site', 'Product', 'Rating', 'Text', 'Written at'] as const;

/** The tables that Casa Marea keeps itself, beside its systems: what was promised to whom, what people answered and wrote. */
export async function openOwnTables({ folder, world }: Desk): Promise<SystemWriter> {
  const path = join(folder, 'promises.csv');
  const promises = await CsvFile.create(path, PROMISES);
  const answersPath = join(folder, 'survey-answers.csv');
  const answers = await CsvFile.create(answersPath, ANSWERS);
  const reviewsPath = join(folder, 'reviews.csv');
  const reviews = await CsvFile.create(reviewsPath, REVIEWS);
  return {
    files: [
      { path, source: 'csv', kind: 'promises', file: promises.file, happened: true },
      // What people say of what happened is not counted among what happened: `DemoFiles.events` names its kinds.
      { path: answersPath, source: 'csv', kind: 'answers', file: answers.file, happened: false },
      { path: reviewsPath, source: 'csv', kind: 'reviews', file: reviews.file, happened: false },
    ],
    async meet({ person, happenings }) {
      const emails = new Map<System, string | undefined>();
      const emailIn = (system: System) => {
        if (!emails.has(system))
          emails.set(system, sight(world.seed, person, system, world.today).email || undefined);
        return emails.get(system);
      };
      let number = 0;
      for (const promise of ofKind(happenings, 'promise')) {
        number += 1;
        const email = emailIn(promise.in);
        // Whoever chats without an address is in no table.
        if (!email) continue;
        await promises.add({
          'Promise ID': `P-${person.number}-${number}`,
          Email: email,
          Promise: promise.words,
          Kind: promise.about,
          Channel: promise.channel,
          'Promised by': promise.by,
          'Made at': toSecond(promise.at),
          'Due at': toSecond(promise.dueAt),
          'Done at': promise.doneAt === undefined ? '' : toSecond(promise.doneAt),
          Evidence: promise.evidence,
        });
      }
      for (const [place, asked] of ofKind(happenings, 'answer').entries()) {
        const email = emailIn(asked.in);
        if (!email) continue;
        await answers.add({
          'Answer ID': `A-${person.number}-${place + 1}`,
          Email: email,
          Survey: asked.survey,
          Channel: asked.channel,
          'Asked at': toSecond(asked.at),
          'Answered at': asked.answeredAt === undefined ? '' : toSecond(asked.answeredAt),
          Score: asked.score,
          Product: asked.product,
          Expected: asked.expected,
          Found: asked.found,
          Cause: asked.cause,
          Comment: asked.comment,
          'Rating: service': asked.ratings?.service,
          'Rating: product': asked.ratings?.product,
          'Rating: delivery': asked.ratings?.delivery,
          'Rating: price': asked.ratings?.price,
        });
      }
      for (const [place, review] of ofKind(happenings, 'review').entries()) {
        const email = emailIn(review.in);
        if (!email) continue;
        await reviews.add({
          'Review ID': `R-${person.number}-${place + 1}`,
          Email: email,
          Site: 'casamarea.example',
          Product: review.product,
          Rating: review.stars,
          Text: review.text,
          'Written at': toSecond(review.at),
        });
      }
    },
  };
}
