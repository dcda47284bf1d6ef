import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { seeded } from '#kernel/statistics/seeded';
import { driversOf } from './drivers.ts';
import { type ComparedCase, expectationGap } from './expectation-gap.ts';
import { npsBootstrap, npsDifference, npsOf, npsOfAnswers, recommendersOf } from './nps.ts';
import { npsByChannel } from './nps-by-channel.ts';
import { peerLoop } from './peer-loop.ts';
import { cesOf, csatOf } from './satisfaction.ts';
import gapVectors from './vectors/expectation_gap.json' with { type: 'json' };
import npsVectors from './vectors/nps.json' with { type: 'json' };
import channelVectors from './vectors/nps_by_channel.json' with { type: 'json' };
import loopVectors from './vectors/zmot.json' with { type: 'json' };

const cases = <One extends { name: string }>({ cases }: { cases: readonly One[] }) =>
  cases.map((one) => [one.name, one] as const);
const three = ([promoters, passives, detractors]: number[]) => ({
  promoters: promoters!,
  passives: passives!,
  detractors: detractors!,
});

describe('would they recommend us', () => {
  it.each(cases(npsVectors))('%s', (_, { input, expected }) => {
    const found =
      'a' in input
        ? npsDifference(three(input.a as number[]), three(input.b as number[]))
        : { ...npsOf(input), bootstrap: npsBootstrap(input) };
    expect(differences(found, expected, npsVectors.tolerance)).toEqual([]);
  });

  it('is the score of nobody when nobody answered, and shows only counts of a few', () => {
    expect(npsOf({ promoters: Number.NaN, passives: -3, detractors: 0 })).toMatchObject({
      n: 0,
      nps: null,
      standing: 'none',
    });
    expect(npsOf({ promoters: 9, passives: 0, detractors: 0 }).standing).toBe('counts');
    expect(npsOf({ promoters: 10, passives: 0, detractors: 0 }).standing).toBe('provisional');
    expect(npsDifference(three([0, 0, 0]), three([1, 0, 0]))).toBeNull();
    expect(npsDifference(three([1, 0, 0]), three([1, 0, 0]))).toMatchObject({ diff: 0, z: null, p: null });
    expect(recommendersOf([10, 9, 8, 7, 6, 0, 11, -1, 7.5, Number.NaN, null])).toEqual(three([2, 2, 2]));
  });

  it('keeps the interval on the scale, and turns round when all opinions do', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        const there = npsOf({ promoters, passives, detractors });
        const back = npsOf({ promoters: detractors, passives, detractors: promoters });
        expect(there.lo! >= -100 && there.lo! <= there.hi! && there.hi! <= 100).toBe(true);
        expect(back.nps! + there.nps!).toBeCloseTo(0, 9);
        expect(back.lo!).toBeCloseTo(-there.hi!, 9);
      }),
    );
  });

  it.each(cases(channelVectors))('by channel: %s', (_, { input, expected }) => {
    const answers = Object.fromEntries(
      Object.entries(input.rows).map(([channel, [asked, ...rest]]) => [
        channel,
        { asked: asked!, ...three(rest) },
      ]),
    );
    expect(differences(npsByChannel(answers, input.mix), expected, channelVectors.tolerance)).toEqual([]);
    expect(npsByChannel({}, {})).toMatchObject({ weighted: null, se: null, used: [] });
  });
});

describe('satisfied and at ease', () => {
  it('counts the two best answers, and means effort with an interval on its scale', () => {
    const said = (...values: (number | null)[]) => values.map((value, i) => ({ id: `a${i}`, value }));
    expect(csatOf(said(5, 4, 3, 9, null))).toMatchObject({ k: 2, n: 3, from: ['a0', 'a1', 'a2'] });
    expect(csatOf([]).p).toBeNull();
    expect(cesOf(said(7, 7, 6))).toMatchObject({ n: 3, hi: 7 });
    expect(cesOf(said(0, Number.NaN))).toMatchObject({ n: 0, mean: null, lo: null, hi: null, from: [] });
    expect(npsOfAnswers(said(10, 3, 11))).toMatchObject({ n: 2, nps: 0, from: ['a0', 'a1'] });
  });
});

describe('expected and found', () => {
  it.each(cases(gapVectors))('%s', (_, { input, expected }) => {
    expect(
      differences(expectationGap(input.cases as ComparedCase[]), expected, gapVectors.tolerance),
    ).toEqual([]);
  });
});

describe('one customer’s use is another’s research', () => {
  it.each(cases(loopVectors))('%s', (_, { input, expected }) => {
    expect(differences(peerLoop(input), expected, loopVectors.tolerance)).toEqual([]);
  });

  it('promises no endless growth', () => {
    const counts = {
      firstPurchases: 10,
      withPeerExposure: 5,
      advocates: 10,
      invites: 100,
      invitedConverted: 50,
    };
    expect(peerLoop(counts)).toMatchObject({ K: 5, amplification: null });
  });
});

describe('what goes with recommending us', () => {
  const draw = seeded(7);
  const answers = Array.from({ length: 150 }, () => {
    const drivers = { service: Math.ceil(draw() * 5), price: Math.ceil(draw() * 5), always: 3 };
    return { outcome: 2 * drivers.service + draw(), drivers: { ...drivers, twice: drivers.service * 2 } };
  });

  it('names the driver, drops what never changes or repeats another, and gives an interval', () => {
    const found = driversOf(answers, ['service', 'price', 'always', 'twice'], { rounds: 50 });
    if (!found.ok) throw new Error(found.refusal.code);
    const [first, second] = found.value.drivers;
    expect(first).toMatchObject({ name: 'service' });
    expect(first!.share).toBeGreaterThan(0.95);
    expect(first!.lo! <= first!.share && first!.share <= first!.hi!).toBe(true);
    expect(second!.name).toBe('price');
    expect(found.value.dropped).toEqual([
      { name: 'always', why: 'never-changes' },
      { name: 'twice', why: 'repeats-others' },
    ]);
  });

  it('is not said of too few answers, or of incomplete ones', () => {
    expect(driversOf(answers.slice(0, 99), ['service'])).toMatchObject({
      ok: false,
      refusal: { code: 'too-few-answers', n: 99, needed: 100 },
    });
    const holes = answers.map((one, i) => (i < 60 ? { ...one, drivers: { service: Number.NaN } } : one));
    expect(driversOf(holes, ['service'])).toMatchObject({ ok: false, refusal: { n: 90 } });
    expect(
      driversOf(
        answers.map((one) => ({ ...one, outcome: 5 })),
        ['service'],
      ),
    ).toMatchObject({ ok: false });
    expect(driversOf(answers, Array(11).fill('service'))).toMatchObject({
      refusal: { code: 'too-many-drivers' },
    });
  });
});
