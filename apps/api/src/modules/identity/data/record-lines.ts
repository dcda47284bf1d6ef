import { copiedLines, copiedText } from '#kernel/copy-text';
import type { EngineRecord } from '../domain/engine/record.ts';
import { recordOfStatement } from '../domain/engine/record-of-statement.ts';

/** Every source record of a person, in no order: what `recordsOfLines` reads. */
export const everyRecord = `SELECT r.id, s.key, r.current FROM source_record r JOIN source s ON s.id = r.source_id WHERE r.kind = 'person'`;

/** The records of some lines that COPY gave for `everyRecord`, one at a time. */
export function* recordsOfLines(lines: Uint8Array): Generator<EngineRecord> {
  for (const [id, source, current] of copiedLines(lines))
    yield recordOfStatement(id!, copiedText(source!), JSON.parse(copiedText(current!)));
}
