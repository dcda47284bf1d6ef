import { z } from 'zod';
import { departmentWord, instant, maybeWord, word } from '#modules/house';

/** How we ask: would you recommend us (0–10), were you satisfied (1–5), was it easy (1–7), was it as you expected. */
export const instruments = ['nps', 'csat', 'ces', 'expectation'] as const;
export type Instrument = (typeof instruments)[number];

/** What caused a contact, as far as anybody said. */
export const causes = ['defect', 'setup', 'expectation', 'other'] as const;
export type Cause = (typeof causes)[number];

const compared = z.number().int().min(-2).max(2).optional();
const highest: Record<Instrument, [number, number]> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  expectation: [-2, 2],
};

/** What a source says of a survey at `Signal.at`: that somebody was asked, and what they answered. A missing value says nothing. */
export const answerBody = z
  .strictObject({
    instrument: z.enum(instruments),
    /** `email`, `chat`, `phone`, `sms`, `web` …: each channel has its own baseline. */
    channel: maybeWord(40),
    department: departmentWord.optional(),
    /** What it was about: the `product`, or the `journey`. */
    topic: z.enum(['product', 'journey']).optional(),
    value: z.number().optional(),
    /** Better (+2) or worse (−2) than usual: what was expected before the purchase, and what was found. */
    expected: compared,
    perceived: compared,
    cause: z.enum(causes).optional(),
    /** What of ours it is about, when it was asked about one thing: type and id in the graph. */
    about: z.strictObject({ type: word(40), id: z.uuid() }).optional(),
    productName: maybeWord(300),
    sku: maybeWord(100),
    /** How parts of it were rated by the same person, 1 to 5. */
    drivers: z.record(word(60), z.number().min(0).max(10)).optional(),
    comment: maybeWord(4000),
    askedAt: instant.optional(),
    answeredAt: instant.optional(),
  })
  .refine(
    ({ instrument, value }) => {
      const [least, most] = highest[instrument];
      return value === undefined || (Number.isInteger(value) && value >= least && value <= most);
    },
    { path: ['value'], message: 'is not on the scale of this instrument' },
  );
export type AnswerBody = z.output<typeof answerBody>;

/** A rating as stars, at most 5, to a tenth: 8 of 10 is 4. */
export const starsOf = (rating: number, outOf = 5): number =>
  outOf === 5 ? rating : Math.round((rating / outOf) * 50) / 10;

/** What a source says of a review or a mention: what somebody told others about us. */
export const reviewBody = z
  .strictObject({
    form: z.enum(['review', 'mention']).default('review'),
    /** Where: a shop, a portal, a network. */
    site: maybeWord(200),
    /** Stars; on another scale than 5, `ratingOutOf` says which: it is kept as stars. */
    rating: z.number().min(0).max(100).optional(),
    ratingOutOf: z.number().min(1).max(100).optional(),
    /** What they call themselves there. */
    authorName: maybeWord(200),
    /** BCP 47: the language it is written in. */
    language: maybeWord(35),
    /** What was answered there already, and when. */
    reply: maybeWord(10_000),
    answeredAt: instant.optional(),
    /** Between −1 and 1, where a source says it. */
    sentiment: z.number().min(-1).max(1).optional(),
    title: maybeWord(300),
    text: maybeWord(10_000),
    url: maybeWord(2000),
    productName: maybeWord(300),
    sku: maybeWord(100),
    isPublic: z.boolean().default(true),
  })
  .refine(({ rating, ratingOutOf }) => rating === undefined || rating <= (ratingOutOf ?? 5), {
    path: ['rating'],
    message: 'is more than its scale has',
  })
  .transform(({ ratingOutOf, ...body }) => ({
    ...body,
    ...(body.rating === undefined ? {} : { rating: starsOf(body.rating, ratingOutOf) }),
  }));
export type ReviewBody = z.output<typeof reviewBody>;

/** What a source says of a recommendation: the first of `others` is who was invited. */
export const referralBody = z.strictObject({
  channel: maybeWord(40),
  code: maybeWord(100),
  /** When the invited person bought, if they did. */
  convertedAt: instant.optional(),
});
export type ReferralBody = z.output<typeof referralBody>;
