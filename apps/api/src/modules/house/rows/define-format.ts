import { textHash } from '#kernel/content-hash';
import type { Format, ReadOptions, ReadRow } from '../format.ts';
import type { Signal } from '../signal.ts';
import { dialledFrom } from './dialled-from.ts';
import { fitSignal } from './fit-signal.ts';
import { type Marks, recogniseBy } from './recognise-by.ts';
import { RowProblem, RowReader } from './row-reader.ts';
import type { Said } from './said.ts';
import type { Skipped } from './skip.ts';
import { tidied } from './tidied.ts';

/** A format by what gives it away and how one row of it reads. */
export interface FormatPlan extends Omit<Format, 'recognise' | 'read' | 'hasPhones' | 'hasAmounts'> {
  hasPhones?: true;
  hasAmounts?: true;
  marks: Marks;
  read: (row: RowReader) => Said | Said[] | Skipped;
}

/**
 * Makes a format. A signal's id is made of what it says: the same row read twice gives the same id, a changed row another.
 * The time of a file is no part of it, so that a row without a time of its own is the same in tomorrow's export.
 */
export function defineFormat({ marks, read, ...about }: FormatPlan): Format {
  return {
    hasPhones: false,
    hasAmounts: false,
    ...about,
    recognise: recogniseBy(marks),
    read(row, options, header): ReadRow {
      try {
        const answer = read(new RowReader(row, options, header));
        if ('skipped' in answer) return answer;
        const all = Array.isArray(answer) ? answer : [answer];
        return { signals: all.map((said) => toSignal(about.name, said, options)) };
      } catch (problem) {
        if (problem instanceof RowProblem) return { refusal: problem.refusal };
        throw problem;
      }
    },
  };
}

/** A kind of file that is recognised only to say why it is not imported. */
export const refuseFormat = (
  about: Omit<FormatPlan, 'read' | 'notImported'> & { notImported: string },
): Format => defineFormat({ ...about, read: (row) => row.refuse('not-imported', about.notImported) });

function toSignal(formatName: string, said: Said, { fileTime, phoneCountry }: ReadOptions): Signal {
  const tidy = tidied(fitSignal(phoneCountry ? dialledFrom(phoneCountry, said) : said));
  const signal = tidy.value as Said;
  return {
    // An id of 255 characters at most: the hash tells apart what a cut key would not.
    eventId: `${`${formatName}:${signal.subjectKey}`.slice(0, 230)}:${textHash(tidy.text)}`,
    at: said.at ?? fileTime,
    ...signal,
    body: signal.body ?? {},
  };
}
