import { accept, type Result, refuse } from './result.ts';

/** Which part of a date of numbers comes first. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY';

/** Why a date cannot be read: a sentence for people. */
export type DateRefusal = string;

/** A date as written: its day, the time on the clock if one is said, and its distance from UTC if one is said. */
export interface SplitDate {
  year: number;
  month: number;
  day: number;
  /** Milliseconds since midnight. */
  time?: number;
  /** Minutes ahead of UTC. */
  offset?: number;
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const compact = /^(\d{4})(\d{2})(\d{2})(?=T|$)/;
const dayWord = /^(\d{1,2})(?:st|nd|rd|th|er)?[\s.-]+([\p{L}]{3,})\.?[\s,.-]+(\d{4})(?!\d)/u;
const wordDay = /^([\p{L}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const timeOfDay =
  /^(?:T|,?\s+|\s*T)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?m\.?)?\s*(.*)$/i;
const zoneText = /^(?:(Z)|(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?|UTC|GMT)$/i;

// English, French, Italian, Romanian: enough letters to tell the months apart, without accents.
const months = [
  ['jan', 'gen', 'ian'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu', 'iun'],
  ['jul', 'juil', 'lug', 'iul'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'ott'],
  ['nov', 'noi'],
  ['dec', 'dic'],
];

/** Splits a date written in one of the many ways of other systems. `order` decides where the text leaves it open. */
export function splitDate(text: string, order: DateOrder): Result<SplitDate, DateRefusal> {
  const found = splitDay(text, order);
  if (!found.ok) return found;
  const { rest, ...day } = found.value;
  if (day.year < 1900 || day.year > 2199) {
    return refuse(`${text} is too long ago or too far ahead to be meant`);
  }
  if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > daysIn(day.year, day.month)) {
    return refuse(`There is no such day as ${text}`);
  }
  return rest.trim() === '' ? accept(day) : withTime(text, day, rest);
}

function splitDay(text: string, order: DateOrder): Result<SplitDate & { rest: string }, DateRefusal> {
  let m = yearFirst.exec(text);
  if (m) return accept({ year: +m[1]!, month: +m[3]!, day: +m[4]!, rest: text.slice(m[0].length) });
  m = compact.exec(text);
  if (m) return accept({ year: +m[1]!, month: +m[2]!, day: +m[3]!, rest: text.slice(m[0].length) });
  m = yearLast.exec(text);
  if (m) {
    const [first, second] = [+m[1]!, +m[3]!];
    const year = m[4]!.length === 2 ? +m[4]! + (+m[4]! < 70 ? 2000 : 1900) : +m[4]!;
    const sure = m[2] === '.' || first > 12 ? 'DMY' : second > 12 || first === second ? 'MDY' : order;
    if (sure === 'YMD') return refuse(`${text} could be two different days: say which order its dates have`);
    const [day, month] = sure === 'DMY' ? [first, second] : [second, first];
    return accept({ year, month, day, rest: text.slice(m[0].length) });
  }
  m = dayWord.exec(text);
  if (m) return accept({ year: +m[3]!, month: monthOf(m[2]!), day: +m[1]!, rest: text.slice(m[0].length) });
  m = wordDay.exec(text);
  if (m) return accept({ year: +m[3]!, month: monthOf(m[1]!), day: +m[2]!, rest: text.slice(m[0].length) });
  return refuse(`${text} is not a date that can be read`);
}

function withTime(text: string, day: SplitDate, rest: string): Result<SplitDate, DateRefusal> {
  const m = timeOfDay.exec(rest);
  if (!m) return refuse(`${text} is not a time that can be read`);
  const half = m[5]?.toLowerCase();
  const hours = half ? (+m[1]! % 12) + (half === 'p' ? 12 : 0) : +m[1]!;
  const [minutes, seconds] = [+m[2]!, +(m[3] ?? 0)];
  const wrong = (half && (+m[1]! < 1 || +m[1]! > 12)) || hours > 23 || minutes > 59 || seconds > 59;
  if (wrong) return refuse(`There is no such time as ${text}`);
  const time =
    ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(Number(`0.${m[4] ?? 0}`) * 1000 + 1e-6);
  const zone = m[6]!.trim();
  if (zone === '') return accept({ ...day, time });
  const z = zoneText.exec(zone);
  if (z) {
    const ahead = +(z[3] ?? 0) * 60 + +(z[4] ?? 0);
    if (ahead > 14 * 60 || +(z[4] ?? 0) > 59) return refuse(`There is no such time zone as in ${text}`);
    return accept({ ...day, time, offset: z[2] === '-' ? -ahead : ahead });
  }
  return refuse(
    /^Z[+-]/i.test(zone)
      ? `${text} names two time zones: Z means UTC, and then it says ${zone.slice(1)}`
      : `The time zone of ${text} cannot be read`,
  );
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function monthOf(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return months.findIndex((beginnings) => beginnings.some((beginning) => plain.startsWith(beginning))) + 1;
}
