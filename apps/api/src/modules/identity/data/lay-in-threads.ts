import { TableBuilder } from '../domain/engine/build-table.ts';
import { isKnownField, normaliseRecord, type Reading } from '../domain/engine/normalise-record.ts';
import { looked, organisationsAmong } from '../domain/engine/organisations-among.ts';
import type { EngineRecord } from '../domain/engine/record.ts';
import type { RecordTable } from '../domain/engine/record-table.ts';
import type { TablePiece } from '../domain/engine/table-piece.ts';
import { usualFew, usualThreads } from './compare-in-threads.ts';
import { Crew } from './crew.ts';
import { recordsOfLines } from './record-lines.ts';
import type { Question } from './scoring-worker.ts';

/** A table, and the threads that laid it where there were enough records for that. */
export interface Laid {
  table: RecordTable;
  crew?: Crew;
}

/** Lays records into a table as their lines come out of PostgreSQL: a few here, many in threads. The table is the same. */
export async function layInThreads(
  pieces: AsyncIterable<Uint8Array>,
  fields: readonly string[],
  threads = usualThreads(),
  few = usualFew,
): Promise<Laid> {
  const others = fields.filter((field) => !isKnownField(field) && field !== 'country').sort();
  const builder = new TableBuilder(others);
  const source = pieces[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  const known: EngineRecord[] = [];
  // Enough to say what each source is about, and whether threads are worth their start.
  while (known.length < Math.max(few, looked)) {
    const { value, done } = await source.next();
    if (done) break;
    first.push(value);
    for (const record of recordsOfLines(value)) known.push(record);
  }
  const reading: Reading = { others, organisations: organisationsAmong(known.slice(0, looked)) };
  if (known.length < few || threads < 2) {
    for (const record of known) builder.add(record.id, record.source, normaliseRecord(record, reading));
    for (let next = await source.next(); !next.done; next = await source.next())
      for (const record of recordsOfLines(next.value))
        builder.add(record.id, record.source, normaliseRecord(record, reading));
    return { table: builder.build() };
  }
  known.length = 0;
  const crew = new Crew(threads);
  async function* questions(): AsyncGenerator<Question> {
    let at = 0;
    for (const lines of first) yield { ask: 'lay', at: at++, lines, reading };
    for (let next = await source.next(); !next.done; next = await source.next())
      yield { ask: 'lay', at: at++, lines: next.value, reading };
  }
  try {
    await crew.each<TablePiece>(questions(), (piece) => builder.append(piece), 2);
    return { table: builder.build(), crew };
  } catch (error) {
    await crew.end();
    throw error;
  }
}
