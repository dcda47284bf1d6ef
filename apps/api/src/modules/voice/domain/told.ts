import { newest } from '#kernel/newest';
import type { Department, Telling } from '#modules/house';
import type { Hung } from '#modules/sources';
import type { AnswerBody, Cause, Instrument, ReferralBody, ReviewBody } from './read-voice-signals.ts';

/** A question we asked, and its answer once there is one. */
export interface SurveyAnswer extends Hung {
  instrument: Instrument;
  channel: string | null;
  department: Department;
  topic: string | null;
  value: number | null;
  expected: number | null;
  perceived: number | null;
  cause: Cause | null;
  productName: string | null;
  sku: string | null;
  drivers: Record<string, number>;
  comment: string | null;
  /** What of ours it is about: GraphQL type name and id. */
  subjectType: string | null;
  subjectId: string | null;
  askedAt: Date;
  /** `null` while nobody answered. */
  answeredAt: Date | null;
  observedAt: Date;
}

/** What somebody told others about us; nobody's while nobody knows who that is. */
export interface Review extends Omit<Hung, 'customerId' | 'sourceRecordId'> {
  customerId: string | null;
  sourceRecordId: string | null;
  /** What they call themselves there. */
  authorName: string | null;
  /** BCP 47: the language it is written in, where a source says it. */
  language: string | null;
  form: 'review' | 'mention';
  site: string | null;
  rating: number | null;
  sentiment: number | null;
  title: string | null;
  text: string | null;
  url: string | null;
  productName: string | null;
  sku: string | null;
  isPublic: boolean;
  at: Date;
}

/** That a customer recommended us to somebody. */
export interface Referral extends Hung {
  channel: string | null;
  code: string | null;
  /** On what it rests: where it was said (`form`, `agent`, `import` …), or nothing but the source's word. */
  evidence: string | null;
  /** The record of who was invited, where a source knows them. */
  invitedRecordId: string | null;
  at: Date;
  convertedAt: Date | null;
}

type Said<Body> = Omit<Hung, 'signalId'> & { body: Body; at: Date; signalId: string };

const timeOf = (text: string | undefined): Date | null => (text ? new Date(text) : null);
const isAnswer = ({ value, expected, perceived, cause, comment }: AnswerBody): boolean =>
  [value, expected, perceived, cause, comment].some((one) => one !== undefined);

/** The answer after one more thing was said of it: the newer wins, a blank never erases, an older one fills blanks. */
export function mergeAnswer(before: SurveyAnswer | undefined, said: Said<AnswerBody>): SurveyAnswer {
  const { body, at } = said;
  const after = newest<
    Omit<SurveyAnswer, 'askedAt' | 'department' | 'drivers'> & {
      askedAt: Date | null;
      department: Department | null;
      drivers: Record<string, number> | null;
    }
  >(before, {
    id: before?.id ?? said.id,
    sourceId: said.sourceId,
    sourceKey: said.sourceKey,
    customerId: said.customerId,
    sourceRecordId: said.sourceRecordId,
    instrument: body.instrument,
    channel: body.channel?.toLowerCase() ?? null,
    department: body.department ?? null,
    topic: body.topic ?? null,
    value: body.value ?? null,
    expected: body.expected ?? null,
    perceived: body.perceived ?? null,
    cause: body.cause ?? null,
    productName: body.productName ?? null,
    sku: body.sku ?? null,
    drivers: body.drivers ?? null,
    comment: body.comment ?? null,
    subjectType: body.about?.type ?? null,
    subjectId: body.about?.id ?? null,
    askedAt: timeOf(body.askedAt),
    answeredAt: timeOf(body.answeredAt) ?? (isAnswer(body) ? at : null),
    observedAt: at,
    signalId: said.signalId,
  });
  return {
    ...after,
    department: after.department ?? 'support',
    drivers: after.drivers ?? {},
    askedAt: after.askedAt ?? after.answeredAt ?? at,
  };
}

const about: Record<Instrument, string> = {
  nps: 'would recommend us',
  csat: 'satisfied',
  ces: 'easy',
  expectation: 'as expected',
};
const highest: Record<Instrument, number> = { nps: 10, csat: 5, ces: 7, expectation: 2 };

/** The key of an answer's line on the timeline. */
export const answerEntryKey = (sourceKey: string): string => `answer-given ${sourceKey}`;

/** What the timeline says of an answer: the number, never the words, which not everybody may read. */
export function tellAnswer(answer: SurveyAnswer): Telling {
  const telling: Telling = { entries: [], facts: [] };
  const { instrument, value, answeredAt } = answer;
  if (!answeredAt) return telling;
  const said =
    value === null
      ? about[instrument]
      : instrument === 'expectation'
        ? `${about[instrument]} ${value}`
        : `${value} of ${highest[instrument]}, ${about[instrument]}`;
  telling.entries.push({
    entryKey: answerEntryKey(answer.sourceKey),
    at: answeredAt,
    department: answer.department,
    kind: 'answer-given',
    title: `Answered: ${said}`,
    ...(answer.productName ? { detail: answer.productName } : {}),
    subjectType: 'Answer',
    subjectId: answer.id,
  });
  return telling;
}

/** A review as a signal tells it. */
export const reviewOf = ({
  body,
  at,
  ...said
}: Omit<Said<ReviewBody>, 'customerId' | 'sourceRecordId'> &
  Pick<Review, 'customerId' | 'sourceRecordId'>): Review => ({
  ...said,
  authorName: body.authorName ?? null,
  language: body.language ?? null,
  form: body.form,
  site: body.site ?? null,
  rating: body.rating ?? null,
  sentiment: body.sentiment ?? null,
  title: body.title ?? null,
  text: body.text ?? null,
  url: body.url ?? null,
  productName: body.productName ?? null,
  sku: body.sku ?? null,
  isPublic: body.isPublic,
  at,
});

/** How the timeline names what it says of a review. */
export const reviewEntryKey = ({ sourceKey }: Pick<Review, 'sourceKey'>): string => `review ${sourceKey}`;

/** What the timeline and the journey hear of a review. A mention is no review: nobody sat down to judge. */
export function tellReview(review: Review): Telling {
  const what = [review.productName ?? review.title ?? 'us', review.site].filter(Boolean).join(', ');
  const stars = review.rating === null ? '' : ` (${review.rating} of 5)`;
  const isReview = review.form === 'review';
  return {
    entries: [
      {
        entryKey: reviewEntryKey(review),
        at: review.at,
        department: 'marketing',
        kind: isReview ? 'review-written' : 'mentioned-us',
        title: `${isReview ? 'Review' : 'Mention'}: ${what}${stars}`.slice(0, 200),
        subjectType: 'Review',
        subjectId: review.id,
      },
    ],
    facts: isReview ? [{ factKey: reviewEntryKey(review), at: review.at, kind: 'review-written' }] : [],
  };
}

/** What the timeline hears when we answer one. */
export const tellReviewAnswer = (
  review: Review,
  answer: { id: string; at: Date; actorName: string | null },
): Telling => ({
  entries: [
    {
      entryKey: reviewAnswerKey(answer.id),
      at: answer.at,
      department: 'marketing',
      kind: 'review-answered',
      title:
        `Answered: ${[review.productName ?? review.title ?? 'us', review.site].filter(Boolean).join(', ')}`.slice(
          0,
          200,
        ),
      subjectType: 'Review',
      subjectId: review.id,
      ...(answer.actorName ? { actorName: answer.actorName } : {}),
    },
  ],
  facts: [],
});

/** How the timeline names that we answered. */
export const reviewAnswerKey = (eventId: string): string => `review-answered ${eventId}`;

/** A referral as a signal tells it. */
export const referralOf = (
  { body, at, ...said }: Said<ReferralBody>,
  invitedRecordId: string | null,
): Referral => ({
  ...said,
  channel: body.channel?.toLowerCase() ?? null,
  code: body.code ?? null,
  evidence: body.code ? 'code' : null,
  invitedRecordId,
  at,
  convertedAt: timeOf(body.convertedAt),
});

/** The key of a referral's line on the timeline, and of its fact. */
export const referralEntryKey = (sourceKey: string): string => `referral ${sourceKey}`;

/** What the timeline and the journey hear of a referral. */
export const tellReferral = (referral: Referral): Telling => ({
  entries: [
    {
      entryKey: referralEntryKey(referral.sourceKey),
      at: referral.at,
      department: 'marketing',
      kind: 'referral-made',
      title: `Recommended us: ${referral.channel ?? referral.code ?? 'to somebody'}`,
      subjectType: 'Referral',
      subjectId: referral.id,
    },
  ],
  facts: [{ factKey: referralEntryKey(referral.sourceKey), at: referral.at, kind: 'referral-made' }],
});
