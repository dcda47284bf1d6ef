import { availableParallelism } from 'node:os';
import type { RuleBlocks } from '../domain/engine/blocks.ts';
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

/** Compares a table of at least `few` records in threads: those of a crew that has laid it and goes on, or new ones that end when pairs are scored. */
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
      working().ask<RuleBlocks>(
        // The rules that lay most blocks stand last, and go first.
        Array.from({ length: rules }, (_, at) => ({ ask: 'block', at: rules - 1 - at })),
      ),
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
      try {
        return await working().ask<Edges>(ranges.map((range, at) => ({ ask: 'score', at, range, models })));
      } finally {
        if (!laid) await crew?.end();
        crew = laid;
      }
    },
  };
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
