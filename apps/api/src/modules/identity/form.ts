import { normaliseRecord } from './domain/engine/normalise-record.ts';
import type { NormalRecord } from './domain/engine/record.ts';
import { recordOfStatement } from './domain/engine/record-of-statement.ts';
import type { Current } from './domain/statement.ts';

/** A record in the form in which the engine compares it. */
export interface Form {
  /** Key of its source. */
  readonly source: string;
  readonly record: NormalRecord;
  /** The same as one text; made when it is first asked for. */
  words?: string;
}

const formsMade = new WeakMap<Current, Form>();

/** What a record says now, in the engine's normal form. */
export function formOf(record: { sourceKey: string; current: Current }): Form {
  const known = formsMade.get(record.current);
  if (known?.source === record.sourceKey) return known;
  const said = recordOfStatement('', record.sourceKey, record.current);
  const form = { source: record.sourceKey, record: normaliseRecord(said, { others: [] }) };
  formsMade.set(record.current, form);
  return form;
}

/** All that a form says as one text. */
export function wordsOf(form: Form): string {
  form.words ??= wordsMade(form);
  return form.words;
}

// No value has a NUL in it, and how many each column has is said: two forms have one text where they say the same.
function wordsMade({ source, record: { suffix, values } }: Form): string {
  let words = `${source}\n${suffix}\n`;
  for (let column = 0; column < values.length; column += 1) {
    const list = values[column]!;
    words += list.length;
    for (let at = 0; at < list.length; at += 1) words += `\0${list[at]}`;
    words += '\0';
  }
  return words;
}

/** Whether two forms say the same. */
export const sameForm = (one: Form, other: Form): boolean =>
  one === other || (one.record.kind === other.record.kind && wordsOf(one) === wordsOf(other));
