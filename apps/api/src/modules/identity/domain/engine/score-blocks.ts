import { newAgreement } from './agreement.ts';
import { type Blocks, eachPair } from './blocks.ts';
import { comparePair } from './compare-pair.ts';
import { FeatureNumber, featuresOf, sharedMailbox, sharedPhone } from './features.ts';
import { objectionsOf } from './gate.ts';
import { type Model, oddsOf, pairGroup, scorerOf, type Weights, weigh } from './model.ts';
import { PatternCount } from './pattern-count.ts';
import type { RecordKind } from './record.ts';
import type { RecordTable } from './record-table.ts';

/** The models of a run, by kind of record. */
export type Models = Record<RecordKind, Model>;

/** What was counted of candidates, by kind. */
export type PatternCounts = Record<RecordKind, PatternCount>;

/** Pairs that speak for one person, or nearly: `bits` is log2 of the odds. */
export interface Edges {
  a: Uint32Array;
  b: Uint32Array;
  bits: Float32Array;
  /** 1 where nothing speaks against merging unseen (`objectionsOf`). */
  clear: Uint8Array;
  /** Pairs that are most likely relatives and share an address, a phone or a mailbox. */
  kinA: Uint32Array;
  kinB: Uint32Array;
}

/** Pairs below these odds are not kept. */
export const floorBits = -6;

/** A piece of the work: blocks from `first` to before `end`. */
export interface BlockRange {
  first: number;
  end: number;
}

/** Cuts blocks into pieces of about equal work. */
export function cutBlocks({ size, start }: Blocks, pieces: number): BlockRange[] {
  let work = 0;
  const workOf = (block: number) => (start[block + 1]! - start[block]!) ** 2;
  for (let block = 0; block < size; block += 1) work += workOf(block);
  const ranges: BlockRange[] = [];
  let first = 0;
  let done = 0;
  for (let block = 0; block < size; block += 1) {
    done += workOf(block);
    if (done < work / pieces && block < size - 1) continue;
    ranges.push({ first, end: block + 1 });
    first = block + 1;
    done = 0;
  }
  return ranges;
}

/** How many pairs the blocks hold at most: those in several blocks count several times. */
export function pairsAtMost({ size, start }: Blocks): number {
  let pairs = 0;
  for (let block = 0; block < size; block += 1) {
    const count = start[block + 1]! - start[block]!;
    pairs += (count * (count - 1)) / 2;
  }
  return pairs;
}

/** Counts how the candidates of some blocks agree; of `oneIn` pairs only one is looked at, always the same one. */
export function countBlocks(
  table: RecordTable,
  blocks: Blocks,
  range: BlockRange,
  oneIn: number,
): PatternCounts {
  const features = {
    person: featuresOf('person', table.others),
    organisation: featuresOf('organisation', table.others),
  };
  const counts: PatternCounts = { person: new PatternCount(), organisation: new PatternCount() };
  const agreement = newAgreement(features.person.length);
  const count = (a: number, b: number) => {
    comparePair(table, table.lists, a, table.lists, b, agreement);
    const kind = table.kind[a] === 1 ? 'organisation' : 'person';
    counts[kind].add(agreement, pairGroup(table, a, b), features[kind]);
  };
  eachPair(table, blocks, range.first, range.end, count, oneIn);
  return counts;
}

/** Scores the candidates of some blocks and keeps those above the floor. */
export function scoreBlocks(table: RecordTable, blocks: Blocks, range: BlockRange, models: Models): Edges {
  const scorers = [scorerOf(models.person), scorerOf(models.organisation)];
  const agreement = newAgreement(scorers[0]!.features);
  const weights = { same: 0, related: 0, stranger: 0 };
  let room = 1024;
  let [a, b, bits, clear] = [
    new Uint32Array(room),
    new Uint32Array(room),
    new Float32Array(room),
    new Uint8Array(room),
  ];
  let length = 0;
  const kin: number[] = [];
  eachPair(table, blocks, range.first, range.end, (one, other) => {
    comparePair(table, table.lists, one, table.lists, other, agreement);
    const odds = oddsOf(weigh(scorers[table.kind[one]!]!, agreement, pairGroup(table, one, other), weights));
    if (isKin(agreement.level, weights)) kin.push(one, other);
    if (odds < floorBits) return;
    if (length === room) {
      room *= 2;
      const larger = [
        new Uint32Array(room),
        new Uint32Array(room),
        new Float32Array(room),
        new Uint8Array(room),
      ] as const;
      larger[0].set(a);
      larger[1].set(b);
      larger[2].set(bits);
      larger[3].set(clear);
      [a, b, bits, clear] = larger;
    }
    a[length] = one;
    b[length] = other;
    clear[length] = Number(
      odds > 0 &&
        objectionsOf(agreement, table.kind[one]!, table.suffix[one]!, table.suffix[other]!).length === 0,
    );
    bits[length++] = odds;
  });
  return {
    a: a.slice(0, length),
    b: b.slice(0, length),
    bits: bits.slice(0, length),
    clear: clear.slice(0, length),
    kinA: Uint32Array.from(kin.filter((_, at) => at % 2 === 0)),
    kinB: Uint32Array.from(kin.filter((_, at) => at % 2 === 1)),
  };
}

/** Lays pieces of edges together. */
export function joinEdges(pieces: readonly Edges[]): Edges {
  let length = 0;
  let kin = 0;
  for (const piece of pieces) {
    length += piece.a.length;
    kin += piece.kinA.length;
  }
  const joined: Edges = {
    a: new Uint32Array(length),
    b: new Uint32Array(length),
    bits: new Float32Array(length),
    clear: new Uint8Array(length),
    kinA: new Uint32Array(kin),
    kinB: new Uint32Array(kin),
  };
  let kinAt = 0;
  let at = 0;
  for (const piece of pieces) {
    joined.a.set(piece.a, at);
    joined.b.set(piece.b, at);
    joined.bits.set(piece.bits, at);
    joined.clear.set(piece.clear, at);
    joined.kinA.set(piece.kinA, kinAt);
    joined.kinB.set(piece.kinB, kinAt);
    kinAt += piece.kinA.length;
    at += piece.a.length;
  }
  return joined;
}

function isKin(level: Uint8Array, { same, related, stranger }: Weights): boolean {
  const { street, phone, email } = FeatureNumber;
  const shared =
    level[street] === 1 ||
    level[street] === 2 ||
    level[phone] === 1 ||
    level[phone] === sharedPhone ||
    level[email] === 1 ||
    level[email] === sharedMailbox;
  return shared && related - same >= 3 && related - stranger >= 3;
}
