import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { compareInThreads } from './data/compare-in-threads.ts';
import { readRecordFile } from './data/read-record-file.ts';
import { hashText } from './domain/engine/hash.ts';
import { InputTrouble } from './domain/engine/input-trouble.ts';
import { probabilityOf } from './domain/engine/model.ts';
import { outcomesOf } from './domain/engine/outcomes.ts';
import type { EngineRecord } from './domain/engine/record.ts';
import { columnsOfMap, mapRecord, type RecordMap, readRecordMap } from './domain/engine/record-map.ts';
import { usualSettings } from './domain/engine/settings.ts';
import { resolveRecords } from './resolve-records.ts';

/** What to resolve and where to write it. */
export interface FilesWish {
  files: readonly string[];
  map: string;
  out: string;
  decisions?: string;
  onStep?: (what: string) => void;
}

/** What came of it. */
export interface FilesReport {
  records: number;
  clusters: number;
  seconds: number;
  peakMiB: number;
  automaticPairs: number;
  reviewPairs: number;
  /** Entities that grew suspiciously: their pairs are for review, none is merged unseen. */
  heldClusters: number;
}

/** Resolves files without a database. Nothing is written before everything is known, and both files appear whole or not at all. */
export async function resolveFiles(wish: FilesWish): Promise<FilesReport> {
  const began = performance.now();
  const map = await readMap(wish.map);
  const names = wish.files.map(nameOf);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice)
    throw new InputTrouble(`Two of the files are called ${twice}: their records could not be told apart.`);
  const run = await resolveRecords(recordsOf(wish.files, names, map), {
    fields: Object.keys(map.fields),
    ...(map.dateOrder ? { dateOrder: map.dateOrder } : {}),
    ...(map.oneRecordPerSource ? { oneRecordPerSource: true } : {}),
    comparing: compareInThreads,
    ...(wish.onStep ? { onStep: wish.onStep } : {}),
  });
  const { table, entity, edges } = run;
  const outcomes = outcomesOf(edges, entity, run.held, usualSettings, run.told);
  await writeWhole([
    [wish.out, clusterLines()],
    ...(wish.decisions ? [[wish.decisions, decisionLines()] as [string, Iterable<string>]] : []),
  ]);
  let clusters = 0;
  for (let row = 0; row < table.size; row += 1) if (entity[row] === row) clusters += 1;
  return {
    records: table.size,
    clusters,
    seconds: Math.round(performance.now() - began) / 1000,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    automaticPairs: outcomes.filter((outcome) => outcome === 'automatic').length,
    reviewPairs: outcomes.filter((outcome) => outcome === 'review').length,
    heldClusters: run.held.size,
  };

  function* clusterLines(): Generator<string> {
    yield 'record_id,cluster_id\n';
    for (const row of table.rowOf) {
      const cluster = hashText(table.ids[entity[row]!]!, 11).toString(36);
      yield `${cell(table.ids[row]!)},${cluster}\n`;
    }
  }

  function* decisionLines(): Generator<string> {
    yield 'a,b,probability,outcome\n';
    for (let at = 0; at < edges.a.length; at += 1)
      yield `${cell(table.ids[edges.a[at]!]!)},${cell(table.ids[edges.b[at]!]!)},${probabilityOf(run.told[at]!).toFixed(6)},${outcomes[at]}\n`;
  }
}

async function readMap(path: string): Promise<RecordMap> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new InputTrouble(`There is no map ${path}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InputTrouble(`${path} is not JSON: ${(error as Error).message}`);
  }
  const map = readRecordMap(json);
  if (!map.ok) throw new InputTrouble(map.refusal);
  return map.value;
}

const nameOf = (file: string): string =>
  basename(file).replace(/(\.(csv|tsv|txt|json|jsonl|ndjson))?(\.gz)?$/i, '');

async function* recordsOf(
  files: readonly string[],
  names: readonly string[],
  map: RecordMap,
): AsyncGenerator<EngineRecord> {
  const columns = columnsOfMap(map);
  // Several files may each have some of the columns; one that no file has is a slip in the map.
  const needed = files.length === 1 ? columns : columns.filter((column) => column === map.id);
  const seen = new Set<string>();
  for (const [at, file] of files.entries()) {
    const name = names[at]!;
    let number = 0;
    for await (const row of readRecordFile(file, needed, seen)) {
      number += 1;
      const said = map.id ? row[map.id] : number;
      const id = typeof said === 'string' ? said.trim() : typeof said === 'number' ? String(said) : '';
      if (id === '')
        throw new InputTrouble(`Record ${number} of ${file} has no id in the column "${map.id}".`);
      yield mapRecord(row, files.length > 1 ? `${name}:${id}` : id, map, name);
    }
  }
  const missing = columns.filter((column) => !seen.has(column));
  if (files.length > 1 && missing.length > 0)
    throw new InputTrouble(
      `None of the files has a column ${missing.map((column) => `"${column}"`).join(', ')}, which the map names.`,
    );
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// First under other names, then both renamed: who looks at the place sees the old files or the new ones.
async function writeWhole(files: readonly [string, Iterable<string>][]): Promise<void> {
  const partial = files.map(([path]) => `${path}.${process.pid}.partial`);
  try {
    for (const [at, [path, lines]] of files.entries()) await write(partial[at]!, path, lines);
    for (const [at, [path]] of files.entries()) await rename(partial[at]!, path);
  } catch (error) {
    // What could not be made cannot be taken away either.
    await Promise.allSettled(partial.map((path) => rm(path, { force: true })));
    if (error instanceof InputTrouble) throw error;
    const where = files.map(([path]) => path).join(' or ');
    throw new InputTrouble(`${where} cannot be written: ${(error as Error).message}`);
  }
}

async function write(partial: string, path: string, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(partial);
  const failed = once(file, 'error').then(([error]) => {
    throw new InputTrouble(`${path} cannot be written: ${(error as Error).message}`);
  });
  failed.catch(() => undefined);
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 1 << 16) continue;
    if (!file.write(text)) await Promise.race([once(file, 'drain'), failed]);
    text = '';
  }
  // Events come when they come: who waits for them is there before.
  const finished = once(file, 'close');
  file.end(text);
  await Promise.race([finished, failed]);
}
