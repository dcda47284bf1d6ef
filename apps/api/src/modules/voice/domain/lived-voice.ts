import { channelWord, type Lived, type ObservedSignals } from '#modules/house';
import type { Instrument } from './read-voice-signals.ts';
import type { Referral, Review, SurveyAnswer } from './told.ts';

/** What is needed of an answer, a review and a referral to know what they say of what was lived. */
export type AnsweredSurvey = Pick<
  SurveyAnswer,
  | 'id'
  | 'customerId'
  | 'instrument'
  | 'channel'
  | 'department'
  | 'value'
  | 'expected'
  | 'perceived'
  | 'productName'
  | 'subjectType'
  | 'subjectId'
> & { answeredAt: Date };
export type ToldReview = Pick<
  Review,
  'id' | 'site' | 'rating' | 'sentiment' | 'title' | 'productName' | 'isPublic' | 'at'
> & { customerId: string };
export type MadeReferral = Pick<Referral, 'id' | 'customerId' | 'channel' | 'at'>;

const scales: Partial<Record<Instrument, 'nps' | 'csat5' | 'ces7'>> = {
  nps: 'nps',
  csat: 'csat5',
  ces: 'ces7',
};
const names: Record<Instrument, string> = { nps: 'NPS', csat: 'CSAT', ces: 'CES', expectation: '' };

/** A rating from which on a public review recommends us. */
const recommendsFrom = 4;

/** What an answer says of how it was: the answer itself, and what was found against what was expected. */
export function liveAnswer(answer: AnsweredSurvey): Lived {
  const { instrument, value, expected, perceived } = answer;
  const scale = scales[instrument];
  const signals: ObservedSignals = {
    ...(scale && value !== null ? { survey: { kind: scale, value } } : {}),
    ...(expected !== null && perceived !== null
      ? { expectation: Math.max(-2, Math.min(2, perceived - expected)) }
      : instrument === 'expectation' && value !== null
        ? { expectation: value }
        : {}),
  };
  return {
    customerId: answer.customerId,
    subjectType: 'Answer',
    subjectId: answer.id,
    title: [names[instrument], answer.productName].filter(Boolean).join(' · ') || instrument,
    department: answer.department,
    touchpoint: 'survey',
    channel: channelWord(answer.channel),
    ...(answer.subjectType && answer.subjectId
      ? { about: { subjectType: answer.subjectType, subjectId: answer.subjectId } }
      : {}),
    moments: [{ key: 'answer', at: answer.answeredAt, kind: 'rated', minutes: null, signals }],
  };
}

/** What a review says of how it was; a good public one recommends us. */
export function liveReview({ rating, sentiment, isPublic, at, ...review }: ToldReview): Lived {
  return {
    customerId: review.customerId,
    subjectType: 'Review',
    subjectId: review.id,
    title: review.title ?? review.productName ?? review.site ?? 'Review',
    department: 'marketing',
    touchpoint: 'review',
    channel: 'web',
    moments: [
      {
        key: 'review',
        at,
        kind: 'reviewed',
        minutes: null,
        signals: {
          ...(rating !== null && rating >= 1 ? { survey: { kind: 'csat5', value: rating } } : {}),
          ...(sentiment === null ? {} : { sentiment }),
        },
      },
    ],
    ...(isPublic && rating !== null && rating >= recommendsFrom ? { marks: ['recommended'] } : {}),
  };
}

/** A referral: they recommended us, and how they felt nobody measured. */
export const liveReferral = ({ id, customerId, channel, at }: MadeReferral): Lived => ({
  customerId,
  subjectType: 'Referral',
  subjectId: id,
  title: 'Referral',
  department: 'marketing',
  touchpoint: 'referral',
  channel: channelWord(channel),
  moments: [{ key: 'referral', at, kind: 'recommended', minutes: 0, signals: {} }],
  marks: ['recommended'],
});
