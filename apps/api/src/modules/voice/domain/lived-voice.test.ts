import { describe, expect, it } from 'vitest';
import { liveAnswer, liveReferral, liveReview } from './lived-voice.ts';

const at = new Date('2026-03-01T10:00:00Z');
const answer = {
  id: 'a',
  customerId: 'ada',
  channel: 'email',
  department: 'support',
  productName: null,
  subjectType: null,
  subjectId: null,
} as const;

describe('What somebody said of us, as something they lived', () => {
  it('counts an answer on its own scale, and what was found against what was expected', () => {
    const nps = liveAnswer({
      ...answer,
      instrument: 'nps',
      value: 9,
      expected: null,
      perceived: null,
      answeredAt: at,
    });
    expect(nps.moments[0]!.signals).toEqual({ survey: { kind: 'nps', value: 9 } });
    const vacuum = liveAnswer({
      ...answer,
      instrument: 'csat',
      value: 2,
      expected: 2,
      perceived: -1,
      answeredAt: at,
    });
    expect(vacuum.moments[0]!.signals).toEqual({ survey: { kind: 'csat5', value: 2 }, expectation: -2 });
  });

  it('takes a good public review for a recommendation, and a private or a bad one for what it is', () => {
    const review = {
      id: 'r',
      customerId: 'ada',
      site: 'Shop',
      sentiment: null,
      title: null,
      productName: null,
      at,
    };
    expect(liveReview({ ...review, rating: 5, isPublic: true }).marks).toEqual(['recommended']);
    expect(liveReview({ ...review, rating: 5, isPublic: false }).marks).toBeUndefined();
    const bad = liveReview({ ...review, rating: 1, isPublic: true });
    expect(bad.marks).toBeUndefined();
    expect(bad.moments[0]!.signals).toEqual({ survey: { kind: 'csat5', value: 1 } });
    expect(liveReview({ ...review, rating: 0, isPublic: true }).moments[0]!.signals).toEqual({});
  });

  it('counts a referral as recommending, without a guess at how it felt', () => {
    const referral = liveReferral({ id: 'f', customerId: 'ada', channel: null, at });
    expect(referral).toMatchObject({ marks: ['recommended'], moments: [{ signals: {} }] });
  });
});
