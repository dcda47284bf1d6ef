import { z } from 'zod';
import { isId } from '#kernel/id';
import { word } from '#modules/house';

/** What is measured: satisfaction (1–5), how easy it was (1–7), whether they would recommend us (0–10). */
export const surveyInstruments = ['csat', 'ces', 'nps'] as const;
export type SurveyInstrument = (typeof surveyInstruments)[number];

/** How the scale looks. Faces and thumbs are for satisfaction; a thumb up is the best answer, a thumb down the worst. */
export const surveyLooks = ['numbers', 'faces', 'thumbs'] as const;
export type SurveyLook = (typeof surveyLooks)[number];

/** After what we ask. */
export const surveyOccasions = ['ticket-solved', 'stage-entered', 'call-ended'] as const;
export type SurveyOccasion = (typeof surveyOccasions)[number];

/** What becomes of a low answer. */
export const lowAnswerMoves = ['nothing', 'task', 'ticket'] as const;
export type LowAnswerMove = (typeof lowAnswerMoves)[number];

/** The languages in which we ask. */
export const surveyLanguages = ['en', 'it', 'fr', 'ro'] as const;
export type SurveyLanguage = (typeof surveyLanguages)[number];

/** The languages of a survey's own words; where there are none, the house's own question stands. */
export type SurveyWording = Partial<Record<SurveyLanguage, string>>;

/** A question that we ask by ourselves: after what, whom, how, and how long after. */
export interface Survey {
  id: string;
  name: string;
  occasion: SurveyOccasion;
  /** The stage of the journey that was entered. */
  stage: string | null;
  /** For contacts on this channel; `null`: for every channel that has no survey of its own. */
  channel: string | null;
  instrument: SurveyInstrument;
  look: SurveyLook;
  /** Whether it also asks why, in the customer's words. */
  asksWhy: boolean;
  /** Whether whoever answered is asked, once, how they heard of us. */
  asksHeardOf: boolean;
  delayMinutes: number;
  wording: SurveyWording;
  /** Nobody is asked again within so many days, by whichever survey. */
  restDays: number;
  /** Ask only whoever agreed to surveys, with proof; otherwise everybody who did not say no. */
  needsConsent: boolean;
  /** An answer up to this one is low. */
  lowAtMost: number | null;
  lowMove: LowAnswerMove;
  /** Who gets what a low answer opens; `null`: whoever looked after the case. */
  lowOwnerId: string | null;
  /** Since when it asks; `null` while it does not. What happened before is never asked about. */
  activeSince: Date | null;
  removedAt: Date | null;
}

/** The answers of an instrument, from the lowest to the highest. */
export const scaleOf = (instrument: SurveyInstrument): [least: number, most: number] =>
  instrument === 'csat' ? [1, 5] : instrument === 'ces' ? [1, 7] : [0, 10];

/** The values that a survey offers, in order. */
export function choicesOf({ instrument, look }: Pick<Survey, 'instrument' | 'look'>): number[] {
  const [least, most] = scaleOf(instrument);
  if (look === 'thumbs') return [least, most];
  return Array.from({ length: most - least + 1 }, (_, step) => least + step);
}

/** Whether an answer asks for somebody of us. */
export const isLow = (
  { lowAtMost, lowMove }: Pick<Survey, 'lowAtMost' | 'lowMove'>,
  value: number,
): boolean => lowMove !== 'nothing' && lowAtMost !== null && value <= lowAtMost;

/** Whether a survey asks about what happened then: never about what was before it was switched on. */
export const asksAbout = (
  { removedAt, activeSince }: Pick<Survey, 'removedAt' | 'activeSince'>,
  happenedAt: Date,
): boolean => !removedAt && activeSince !== null && activeSince <= happenedAt;

/** The survey of a case: the one of its channel, else the one of all others; the longest active of several. */
export const surveyFor = (surveys: readonly Survey[], channel: string, happenedAt: Date): Survey | null =>
  surveys
    .filter(
      (one) =>
        one.occasion === 'ticket-solved' &&
        asksAbout(one, happenedAt) &&
        (one.channel === null || one.channel === channel),
    )
    .sort(
      (a, b) =>
        Number(a.channel === null) - Number(b.channel === null) ||
        a.activeSince!.getTime() - b.activeSince!.getTime() ||
        (a.id < b.id ? -1 : 1),
    )[0] ?? null;

/** Why a survey is not kept. */
export interface SurveyRefusal {
  code: 'BAD_SURVEY' | 'NOT_FOUND';
  message: string;
  field: string | null;
}

const day = 1_440;
const wording = z.strictObject(
  Object.fromEntries(surveyLanguages.map((one) => [one, word(300).optional()])) as Record<
    SurveyLanguage,
    z.ZodOptional<ReturnType<typeof word>>
  >,
);

/** What may be said of a survey. */
export const surveyWish = z
  .strictObject({
    name: word(120),
    occasion: z.enum(surveyOccasions),
    stage: word(60).nullable().default(null),
    channel: word(40)
      .transform((text) => text.toLowerCase())
      .nullable()
      .default(null),
    instrument: z.enum(surveyInstruments),
    look: z.enum(surveyLooks).default('numbers'),
    asksWhy: z.boolean().default(true),
    asksHeardOf: z.boolean().default(false),
    delayMinutes: z
      .number()
      .int()
      .min(0)
      .max(30 * day)
      .default(60),
    wording: wording.default({}),
    restDays: z.number().int().min(0).max(365).default(30),
    needsConsent: z.boolean().default(false),
    lowAtMost: z.number().int().min(0).max(10).nullable().default(null),
    lowMove: z.enum(lowAnswerMoves).default('nothing'),
    lowOwnerId: z.string().refine(isId).nullable().default(null),
    isActive: z.boolean(),
  })
  .refine(({ occasion, stage }) => (occasion === 'stage-entered') === (stage !== null), {
    path: ['stage'],
    message: 'A survey by stage names the stage; one after a solved ticket names none.',
  })
  .refine(({ occasion, look }) => occasion !== 'call-ended' || look === 'numbers', {
    path: ['look'],
    message: 'A telephone has keys: the scale of a call is numbers.',
  })
  .refine(({ look, instrument }) => look === 'numbers' || instrument === 'csat', {
    path: ['look'],
    message: 'Faces and thumbs ask whether somebody was satisfied; the other scales are numbers.',
  })
  .refine(
    ({ lowAtMost, lowMove, instrument }) => {
      const [least, most] = scaleOf(instrument);
      return lowMove === 'nothing' || (lowAtMost !== null && lowAtMost >= least && lowAtMost < most);
    },
    { path: ['lowAtMost'], message: 'Say up to which answer it is low: one on the scale, below its top.' },
  );
