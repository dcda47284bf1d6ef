import { describe, expect, it } from 'vitest';
import { nextEngagement, type Tried } from './next-engagement.ts';
import { type AnswersAt, daysAhead, knownZone, nextMoment, zoneOfCountry } from './next-moment.ts';
import { nextOffer } from './next-offer.ts';
import { type BoughtTogether, nextProduct, type OwnProduct } from './next-product.ts';

const today = 1000;
const beans: OwnProduct = { productId: 'beans', name: 'Beans', days: [880, 910, 940, 970], cameBack: false };
const mill: OwnProduct = { productId: 'mill', name: 'Mill', days: [700], cameBack: false };
const pair = (productId: string, k: number, n: number, baseK: number, withId = 'mill'): BoughtTogether => ({
  withId,
  productId,
  name: productId,
  k,
  n,
  baseK,
  baseN: 200,
});

describe('the right product', () => {
  it('is what they buy every month, a month after the last time', () => {
    expect(nextProduct([beans, mill], [], [], today)).toEqual({
      by: 'interval',
      productId: 'beans',
      name: 'Beans',
      lastDay: 970,
      gap: 30,
      lo: 30,
      hi: 30,
      n: 3,
      whose: 'own',
    });
  });

  it('is judged by everybody’s interval while their own is not known, when enough people showed one', () => {
    const filter: OwnProduct = { productId: 'filter', name: 'Filter', days: [910], cameBack: false };
    const usual = { productId: 'filter', median: 90, lo: 70, hi: 120 };
    expect(nextProduct([filter], [{ ...usual, n: 14 }], [], today)).toMatchObject({
      by: 'interval',
      whose: 'everybody',
      gap: 90,
      n: 14,
    });
    expect(nextProduct([filter], [{ ...usual, n: 9 }], [], today)).toMatchObject({ by: 'nothing' });
  });

  it('is not what some buy after a week and others after a year: that is no interval', () => {
    const iron: OwnProduct = { productId: 'iron', name: 'Iron', days: [945], cameBack: false };
    const usual = { productId: 'iron', n: 40, median: 57, lo: 17 };
    expect(nextProduct([iron], [{ ...usual, hi: 253 }], [], today)).toMatchObject({ by: 'nothing' });
    expect(nextProduct([iron], [{ ...usual, hi: 90 }], [], today)).toMatchObject({ by: 'interval' });
  });

  it('is not what was due long ago: they buy it elsewhere, or not at all', () => {
    expect(nextProduct([{ ...beans, days: [800, 830, 860] }], [], [], today)).toMatchObject({
      by: 'nothing',
    });
  });

  it('is what others with the same have more often than everybody, surely so', () => {
    const advice = nextProduct([mill], [], [pair('scale', 30, 60, 20), pair('cup', 20, 60, 60)], today);
    expect(advice).toMatchObject({ by: 'similar', productId: 'scale', withName: 'Mill', base: 0.1 });
    expect('share' in advice && advice.share).toMatchObject({ k: 30, n: 60, p: 0.5 });
  });

  it('is nothing where few say so, where everybody has it as well, and where they have it already', () => {
    const nothing = { by: 'nothing', because: 'nothing-stands-out' };
    expect(nextProduct([mill], [], [pair('scale', 4, 5, 0)], today)).toEqual(nothing);
    expect(nextProduct([mill], [], [pair('scale', 30, 60, 100)], today)).toEqual(nothing);
    expect(nextProduct([mill, { ...beans, days: [500] }], [], [pair('beans', 50, 60, 2)], today)).toEqual(
      nothing,
    );
  });

  it('is never what came back, nor what goes with it', () => {
    const back = { ...beans, cameBack: true };
    expect(nextProduct([back], [], [], today)).toEqual({ by: 'nothing', because: 'all-came-back' });
    expect(nextProduct([back, mill], [], [pair('grinder', 50, 60, 2, 'beans')], today)).toMatchObject({
      by: 'nothing',
    });
    expect(nextProduct([], [], [], today)).toEqual({ by: 'nothing', because: 'no-purchase' });
  });
});

describe('the right moment', () => {
  const everybody: AnswersAt[] = [
    { day: 2, hour: 10, n: 60 },
    { day: 4, hour: 14, n: 30 },
    { day: 6, hour: 23, n: 200 },
  ];
  const week = daysAhead(new Date('2026-11-28T10:00:00Z'), 'Europe/Rome');

  it('is when everybody answers, while nothing is known of theirs, and never at night', () => {
    expect(nextMoment([], everybody, week)).toMatchObject({
      date: '2026-12-01',
      fromHour: 10,
      untilHour: 12,
      whose: 'everybody',
      own: { n: 0, p: null },
    });
  });

  it('is when they answer themselves, once enough is known of it', () => {
    const own = [{ day: 4, hour: 15, n: 12 }];
    expect(nextMoment(own, everybody, week)).toMatchObject({
      date: '2026-12-03',
      fromHour: 14,
      whose: 'own',
      own: { k: 12, n: 12 },
    });
  });

  it('is not now: a window that has begun is too late to prepare', () => {
    const tuesday = daysAhead(new Date('2026-12-01T09:30:00Z'), 'Europe/Rome', 1);
    expect(nextMoment([], everybody, tuesday)).toMatchObject({ date: '2026-12-01', fromHour: 14 });
  });

  it('is not known where hardly anybody ever answered', () => {
    expect(nextMoment([], [{ day: 1, hour: 9, n: 49 }], week)).toEqual({ because: 'no-rhythm' });
  });

  it('is on their clock: seven days from their today, and the zone of a country that has one', () => {
    expect(week.map(({ date }) => date).slice(0, 2)).toEqual(['2026-11-28', '2026-11-29']);
    expect(week[0]).toEqual({ date: '2026-11-28', day: 6, hour: 11 });
    expect(daysAhead(new Date('2026-11-28T23:30:00Z'), 'Europe/Bucharest', 1)[0]).toMatchObject({
      date: '2026-11-29',
      day: 7,
    });
    expect([zoneOfCountry('IT'), zoneOfCountry('RO')]).toEqual(['Europe/Rome', 'Europe/Bucharest']);
    expect([knownZone('Europe/Rome'), knownZone('Rome time'), knownZone('Europe/Nowhere')]).toEqual([
      'Europe/Rome',
      null,
      null,
    ]);
    expect([zoneOfCountry('US'), zoneOfCountry(null), zoneOfCountry('??')]).toEqual([null, null, null]);
  });
});

describe('the right engagement', () => {
  const way = (kind: Tried['kind'], channel: string, tried: number, answered: number): Tried => ({
    kind,
    channel,
    tried,
    answered,
    allTried: 400,
    allAnswered: 80,
  });
  const granted = new Set(['email', 'phone']);

  it('is the way that they answer most, drawn to everybody’s while little is known', () => {
    expect(
      nextEngagement([way('campaign', 'email', 20, 10), way('call', 'phone', 1, 1)], {
        granted,
        openCase: null,
      }),
    ).toMatchObject({ kind: 'campaign', channel: 'email', own: { k: 10, n: 20 }, rate: 0.44 });
  });

  it('is no way that they did not agree to, and none at all without any agreement', () => {
    const ways = [way('content', 'sms', 10, 10), way('campaign', 'email', 10, 1)];
    expect(nextEngagement(ways, { granted, openCase: null })).toMatchObject({ channel: 'email' });
    expect(nextEngagement(ways, { granted: new Set(), openCase: null })).toEqual({ because: 'no-consent' });
    expect(nextEngagement([], { granted, openCase: null })).toEqual({ because: 'never-tried' });
  });

  it('is help first while a case is open, where they asked for it', () => {
    expect(
      nextEngagement([way('campaign', 'email', 20, 10)], { granted, openCase: { channel: 'chat' } }),
    ).toMatchObject({ kind: 'service', channel: 'chat', rate: null });
  });
});

describe('the right offer', () => {
  const offer = (itemId: string, product: string | null, purpose = 'offer') => ({
    itemId,
    title: itemId,
    product,
    purpose,
    share: 0.5,
  });
  const free = { openCase: false, mayContact: true, product: null };

  it('is about the product that is next, else the first that fits; information is no offer', () => {
    const fitting = [offer('guide', 'Beans', 'information'), offer('spring', null), offer('refill', 'beans')];
    expect(nextOffer(fitting, [], { ...free, product: 'Beans' })).toMatchObject({ itemId: 'refill' });
    expect(nextOffer(fitting, [], free)).toMatchObject({ itemId: 'spring' });
  });

  it('is none during a case, without consent, above the cap, or where none is placed, and says which', () => {
    const fitting = [offer('spring', null)];
    expect(nextOffer(fitting, [], { ...free, openCase: true })).toEqual({ because: 'open-case' });
    expect(nextOffer(fitting, [], { ...free, mayContact: false })).toEqual({ because: 'no-consent' });
    expect(nextOffer([], [{ why: 'fatigue' }], free)).toEqual({ because: 'fatigue' });
    expect(nextOffer([], [{ why: 'segment' }], free)).toEqual({ because: 'no-offer-fits' });
  });
});
