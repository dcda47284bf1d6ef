import { scoreOverrides } from '#modules/journey';
import { publishedSince } from '#modules/promises';
import { repeatFits } from '#modules/sales';
import { botTalks } from '#modules/support';
import type { Db } from '#platform/database';
import { decidedDoubts } from './data/moods.ts';
import { type Calibration, calibrationLine, judgedAlike } from './domain/calibration-line.ts';

/** What we predict or say, and what then happens. */
export type Predicted = 'repeat' | 'identity' | 'stage-word' | 'bot' | 'promise';

/** A kind of prediction beside what happened. */
export interface PredictionCalibration extends Calibration {
  what: Predicted;
}

/** Lays everything that the house predicts beside what happened. Where nothing was decided yet there is no data, and that is said. */
export async function calibratePredictions(db: Db, asOf: Date): Promise<PredictionCalibration[]> {
  const [fits, doubts, words, talks, published] = await Promise.all([
    repeatFits(db),
    decidedDoubts(db),
    scoreOverrides(db, 500, asOf),
    botTalks(db, { from: null, until: null, channels: null }, asOf),
    publishedSince(db, asOf),
  ]);
  const contained = talks.filter(({ human }) => !human);
  const truly = contained.filter(({ solved, cameBack }) => solved && !cameBack);
  return [
    {
      what: 'repeat',
      ...calibrationLine(
        fits.flatMap(({ again }) => again.flatMap((step) => judgedAlike(step.predicted, step))),
      ),
    },
    { what: 'identity', ...calibrationLine(doubts) },
    // Whoever says where somebody stands says it for sure.
    { what: 'stage-word', ...calibrationLine(judgedAlike(1, words.right)) },
    { what: 'bot', ...calibrationLine(judgedAlike(1, { k: truly.length, n: contained.length })) },
    {
      what: 'promise',
      ...calibrationLine(
        published.flatMap(({ predicted, since }) =>
          predicted === null ? [] : judgedAlike(predicted, since),
        ),
      ),
    },
  ];
}
