import * as z from 'zod';
import { accept, type Result, refuse } from '#kernel/result';
import type { EngineRecord } from './record.ts';

const columnsOf = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const shape = z.strictObject({
  id: z.string().min(1).optional(),
  source: z
    .union([z.strictObject({ column: z.string().min(1) }), z.strictObject({ constant: z.string() })])
    .optional(),
  fields: z.record(z.string().min(1), columnsOf),
  dateOrder: z.enum(['YMD', 'DMY', 'MDY']).optional(),
  oneRecordPerSource: z.boolean().optional(),
});

/** Which column of a file is which field. */
export type RecordMap = z.infer<typeof shape>;

/** Reads a map; a refusal says in a sentence what is wrong with it. */
export function readRecordMap(json: unknown): Result<RecordMap, string> {
  const read = shape.safeParse(json);
  if (read.success && Object.keys(read.data.fields).length === 0) return refuse('The map names no fields.');
  if (read.success) return accept(read.data);
  const [issue] = read.error.issues;
  return refuse(`The map is not right at ${issue?.path.join('.') || 'its root'}: ${issue?.message}`);
}

/** Every column that a map names. */
export function columnsOfMap(map: RecordMap): string[] {
  const source = map.source && 'column' in map.source ? [map.source.column] : [];
  return [...(map.id ? [map.id] : []), ...source, ...Object.values(map.fields).flat()];
}

/** Makes a record out of a row of a file; `fallback` is the source when the map names none. */
export function mapRecord(
  row: Readonly<Record<string, unknown>>,
  id: string,
  map: RecordMap,
  fallback: string,
): EngineRecord {
  const fields: Record<string, string[]> = {};
  for (const [field, from] of Object.entries(map.fields)) {
    const values: string[] = [];
    for (const column of typeof from === 'string' ? [from] : from) push(row[column], values);
    if (values.length > 0) fields[field] = values;
  }
  const source = !map.source
    ? fallback
    : 'constant' in map.source
      ? map.source.constant
      : textOf(row[map.source.column]) || fallback;
  return { id, source, fields };
}

function push(value: unknown, into: string[]): void {
  if (Array.isArray(value)) for (const one of value) push(one, into);
  else {
    const text = textOf(value);
    if (text) into.push(text);
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
