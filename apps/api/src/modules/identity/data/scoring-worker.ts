import { parentPort } from 'node:worker_threads';
import { type Blocks, blocksOfRule } from '../domain/engine/blocks.ts';
import { TableBuilder } from '../domain/engine/build-table.ts';
import { type Components, groupHere } from '../domain/engine/cluster.ts';
import { keptKeysOf } from '../domain/engine/kept-keys.ts';
import { forgetMarks } from '../domain/engine/keys.ts';
import { countStrangers } from '../domain/engine/learn-model.ts';
import { normaliseRecord, type Reading } from '../domain/engine/normalise-record.ts';
import type { RecordTable } from '../domain/engine/record-table.ts';
import { type BlockRange, countBlocks, type Models, scoreBlocks } from '../domain/engine/score-blocks.ts';
import { memoryOf } from '../domain/engine/table-piece.ts';
import { recordsOfLines } from './record-lines.ts';

/** What a thread is asked: to lay some records, for the blocks of a rule, to count or score the candidates of some blocks, to count strangers, to group some components, or for the keys of some rows. */
export type Question =
  | { ask: 'lay'; at: number; lines: Uint8Array; reading: Reading }
  | { ask: 'block'; at: number; rule: number }
  | { ask: 'count'; at: number; range: BlockRange; oneIn: number }
  | { ask: 'strangers'; at: number; most: number }
  | { ask: 'score'; at: number; range: BlockRange; models: Models }
  | { ask: 'group'; at: number; components: Components; models: Models; single: number[] }
  | { ask: 'keys'; at: number; first: number; end: number };

/** What a thread is shown, without an answer: the table, and the blocks of all rules. */
export type Shown = { ask: 'show'; table: RecordTable } | { ask: 'hold'; blocks: Blocks };

// The same functions as without threads, over memory that is shared: a thread adds hands, never another result.
let table: RecordTable;
let blocks: Blocks;
let builder: TableBuilder | undefined;

const tell = (at: number, value: unknown, memory: ArrayBufferLike[] = []): void =>
  parentPort?.postMessage({ at, value }, memory as ArrayBuffer[]);

parentPort?.on('message', (question: Question | Shown) => {
  switch (question.ask) {
    case 'show':
      table = question.table;
      builder = undefined;
      return;
    case 'hold':
      blocks = question.blocks;
      forgetMarks(table);
      return;
    case 'lay': {
      builder ??= new TableBuilder(question.reading.others);
      for (const record of recordsOfLines(question.lines))
        builder.add(record.id, record.source, normaliseRecord(record, question.reading));
      const piece = builder.piece();
      return tell(question.at, piece, memoryOf(piece));
    }
    case 'block': {
      const found = blocksOfRule(table, question.rule);
      return tell(question.at, found, [found.sizes.buffer, found.rows.buffer]);
    }
    case 'count': {
      const { person, organisation } = countBlocks(table, blocks, question.range, question.oneIn);
      return tell(question.at, { person: person.patterns, organisation: organisation.patterns });
    }
    case 'strangers': {
      const [person, organisation] = (['person', 'organisation'] as const).map((kind) =>
        countStrangers(table, kind, question.most),
      );
      return tell(question.at, { person: person!.patterns, organisation: organisation!.patterns });
    }
    case 'group': {
      const singleSources = new Set(question.single);
      const first = groupHere(table, question.components, question.models, { singleSources });
      return tell(question.at, first, [first.buffer]);
    }
    case 'keys': {
      const { keys, rows } = keptKeysOf(table, question.first, question.end);
      return tell(question.at, { keys, rows }, [keys.buffer, rows.buffer]);
    }
    case 'score': {
      const edges = scoreBlocks(table, blocks, question.range, question.models);
      const { a, b, bits, clear, kinA, kinB } = edges;
      return tell(
        question.at,
        edges,
        [a, b, bits, clear, kinA, kinB].map(({ buffer }) => buffer),
      );
    }
  }
});
