import { describe, expect, it } from 'vitest';
import { compareMaps } from './compare-maps.ts';
import { readMap } from './read-map.ts';
import { usualJourney } from './usual-journey.ts';

const { version: _version, ...usual } = usualJourney;
const main = { version: 'journey-2', isMain: true };
const other = { version: 'journey-1', isMain: false };

describe('a map that somebody wrote', () => {
  it('is taken with its new version, whatever version it says itself', () => {
    expect(readMap({ ...usual, version: 'mine' }, main)).toMatchObject({
      ok: true,
      value: { version: 'journey-2', halfLifeDays: 14 },
    });
  });

  it.each([
    [
      'a fact nobody tells',
      { facts: { ...usual.facts, 'moon-rose': { stage: 'use', points: 1 } } },
      'facts.moon-rose',
    ],
    ['a stage that lists do not know', { stages: [...usual.stages, 'delight'] }, 'stages.7'],
    ['no facts at all', { stages: ['use'], facts: {} }, 'facts'],
    ['a stage that no fact leads to', { facts: { 'deal-won': { stage: 'use', points: 1 } } }, 'stages.0'],
    ['a label of a stage that is not there', { labels: { nirvana: 'Bliss' } }, 'labels.nirvana'],
    [
      'a memory that is too good',
      { memories: { use: { sentence: 'It ran', valence: 2 } } },
      'memories.use.valence',
    ],
    ['a half-life of nothing', { halfLifeDays: 0 }, 'halfLifeDays'],
    ['points that are no number', { overridePoints: Number.NaN }, 'overridePoints'],
  ])('is refused with the field named: %s', (_, change, field) => {
    expect(readMap({ ...usual, ...change }, main)).toMatchObject({ ok: false, refusal: { field } });
  });

  it.each([
    ['nothing', null],
    ['a word', 'map'],
    ['a list', []],
  ])('is refused when it is %s', (_, given) => {
    expect(readMap(given, main)).toMatchObject({ ok: false });
  });

  it('may call its stages as it likes when it is another journey than the main one, but not dormant', () => {
    const map = (stage: string) => ({
      name: 'Warranty',
      stages: [stage],
      facts: { 'ticket-opened': { stage, points: 2 } },
    });
    expect(readMap(map('first-claim'), other)).toMatchObject({ ok: true });
    expect(readMap(map('First claim'), other)).toMatchObject({ refusal: { field: 'stages.0' } });
    expect(readMap(map('dormant'), other)).toMatchObject({ refusal: { field: 'stages.0' } });
  });
});

describe('two versions of a map', () => {
  it('differ in nothing when they are the same, whatever they are called', () => {
    expect(compareMaps(usualJourney, { ...usualJourney, version: 'journey-9' })).toEqual([]);
  });

  it('are told apart field by field, with what was and what is', () => {
    const { 'deal-lost': _lost, ...facts } = usualJourney.facts;
    const after = {
      ...usualJourney,
      halfLifeDays: 30,
      facts: { ...facts, 'product-used': { stage: 'use', points: 3, hard: true } },
      labels: { use: 'Daily life' },
      memories: { share: { sentence: 'Telling friends was fun', valence: 0.8 } },
    };
    expect(compareMaps(usualJourney, after)).toEqual([
      { field: 'labels.use', before: null, after: 'Daily life' },
      { field: 'memories.share', before: null, after: 'Telling friends was fun (0.8)' },
      { field: 'facts.deal-lost', before: 'research 2', after: null },
      { field: 'facts.product-used', before: 'use 2', after: 'use 3 !' },
      { field: 'halfLifeDays', before: '14', after: '30' },
    ]);
  });
});
