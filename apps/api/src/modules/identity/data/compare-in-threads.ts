import { availableParallelism } from 'node:os';
import type { RuleBlocks } from '../domain/engine/blocks.ts';
import { type Components, groupHere } from '../domain/engine/cluster.ts';
import { inOrder, type KeptKeys, keptKeysOf } from '../domain/engine/kept-keys.ts';
import { PatternCount } from '../domain/engine/pattern-count.ts';
import type { RecordTable } from '../domain/engine/record-table.ts';
import { type Comparing, compareHere } from '../domain/engine/resolve-table.ts';
import type { Edges, PatternCounts } from '../domain/engine/score-blocks.ts';
import { Crew } from './crew.ts';
import type { Question } from './scoring-worker.ts';

/** Fewer records than this are compared sooner than threads are started. */
export const usualFew = 30_000;

/** As many threads as there are processors, at most four. */
export const usualThreads = (): number => Math.min(4, availableParallelism());

/** Compares a table of at least `few` records in threads: those of a crew that has laid it and goes on, or new ones that end when records are grouped. */
export function compareInThreads(
  table: RecordTable,
  threads = usualThreads(),
  few = usualFew,
  laid?: Crew,
): Comparing {
  if (!laid && (table.size < few || threads < 2)) return compareHere(table);
  let crew = laid;
  const working = () => {
    crew ??= new Crew(threads);
    crew.show(table);
    return crew;
  };
  return {
    block: (rules) =>
      // The rules that lay most blocks stand last, and go first.
      working()
        .ask<RuleBlocks>(
          Array.from({ length: rules }, (_, at) => ({ ask: 'block', at, rule: rules - 1 - at })),
        )
        .then((laid) => laid.reverse()),
    async count(blocks, ranges, oneIn, strangers) {
      working().hold(blocks);
      // Strangers are the longest piece of work, and go first.
      const questions: Question[] = [
        { ask: 'strangers', at: 0, most: strangers },
        ...ranges.map((range, at) => ({ ask: 'count' as const, at: at + 1, range, oneIn })),
      ];
      const [ofStrangers, ...found] = (
        await working().ask<Record<keyof PatternCounts, PatternCount['patterns']>>(questions)
      ).map(({ person, organisation }) => ({
        person: counted(person),
        organisation: counted(organisation),
      }));
      return { found, strangers: ofStrangers! };
    },
    async score(blocks, ranges, models) {
      working().hold(blocks);
      return working().ask<Edges>(ranges.map((range, at) => ({ ask: 'score', at, range, models })));
    },
    async group(components, models, rules) {
      try {
        // What somebody said of two rows is known here alone.
        if (rules.cannotLink || rules.mustLink) return groupHere(table, components, models, rules);
        const single = [...(rules.singleSources ?? [])];
        const pieces = cutComponents(components);
        const found = await working().ask<Int32Array>(
          pieces.map((piece, at) => ({ ask: 'group', at, components: piece, models, single })),
        );
        const first = new Int32Array(components.rows.length);
        let from = 0;
        for (const piece of found) {
          first.set(piece, from);
          from += piece.length;
        }
        return first;
      } finally {
        if (!laid) await crew?.end();
        crew = laid;
      }
    },
  };
}

// Pieces of some thousand rows, each of whole components.
function cutComponents({ rows, ends }: Components): Components[] {
  const some = 5_000;
  const pieces: Components[] = [];
  let [from, first] = [0, 0];
  for (let at = 0; at < ends.length; at += 1) {
    const end = ends[at]!;
    if (end - from < some && at < ends.length - 1) continue;
    const began = from;
    pieces.push({
      rows: rows.slice(from, end),
      ends: ends.slice(first, at + 1).map((one) => one - began),
    });
    [from, first] = [end, at + 1];
  }
  return pieces;
}

/** The keys by which all records of a table are found again, in about rising order. */
export async function keysInThreads(table: RecordTable, crew: Crew | undefined): Promise<KeptKeys> {
  if (!crew) return inOrder([keptKeysOf(table, 0, table.size)]);
  const some = 20_000;
  const pieces = Array.from({ length: Math.ceil(table.size / some) }, (_, at) => ({
    ask: 'keys' as const,
    at,
    first: at * some,
    end: Math.min(table.size, (at + 1) * some),
  }));
  return inOrder(await crew.ask<KeptKeys>(pieces));
}

function counted(patterns: PatternCount['patterns']): PatternCount {
  const count = new PatternCount();
  count.merge(patterns);
  return count;
}
