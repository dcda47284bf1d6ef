import { accept, type Result, refuse } from './result.ts';
import { type DateOrder, type DateRefusal, splitDate } from './split-date.ts';
import { instantOfWallTime } from './time-zone.ts';

export type { DateOrder } from './split-date.ts';

/** How dates are written where a text comes from. */
export interface DateHabits {
  dateOrder: DateOrder;
  /** IANA zone for times that name none. */
  timeZone: string;
}

// As programs write it: read at once. Whatever is odd about it goes the long way and is told there.
const plainText = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(Z?)$/;
const epochText = /^-?\d{9,10}(?:\.\d+)?$|^\d{12,13}$/;
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/**
 * The instant that a text of another system names, as ISO 8601 in UTC with milliseconds. Reads ISO dates, dates of numbers
 * in either order, dates with names of months, 12 and 24 hours, distances from UTC, and seconds or milliseconds since
 * 1970. A date without a time is the beginning of that day in the zone of the habits. Days that do not exist, years before
 * 1900 or after 2199, and times that name two zones are refused with a sentence.
 */
export function readMoment(text: string, habits: DateHabits): Result<string, DateRefusal> {
  const trimmed = text.trim();
  const plain = readPlain(trimmed, habits.timeZone);
  if (plain) return accept(plain);
  if (epochText.test(trimmed)) {
    const number = Number(trimmed);
    return inReach(trimmed.split('.')[0]!.length >= 12 ? number : number * 1000, trimmed);
  }
  const split = splitDate(trimmed, habits.dateOrder);
  if (!split.ok) return split;
  const { year, month, day, time = 0, offset } = split.value;
  const wall = Date.UTC(year, month - 1, day) + time;
  const at = offset === undefined ? instantOfWallTime(wall, habits.timeZone) : wall - offset * 60_000;
  return accept(new Date(at).toISOString());
}

function readPlain(text: string, timeZone: string): string | undefined {
  const m = plainText.exec(text);
  if (!m) return undefined;
  const [year, month, day, hours, minutes, seconds] = [+m[1]!, +m[2]!, +m[3]!, +m[4]!, +m[5]!, +m[6]!];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 28) return undefined;
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  if (m[8] || timeZone === 'UTC') return `${text.slice(0, 10)}T${text.slice(11, 19)}.${m[7] ?? '000'}Z`;
  const wall = Date.UTC(year, month - 1, day, hours, minutes, seconds, +(m[7] ?? 0));
  return new Date(instantOfWallTime(wall, timeZone)).toISOString();
}

/** The calendar day that a text names, as `YYYY-MM-DD`, just as written: no zone moves it. */
export function readDay(text: string, habits: Pick<DateHabits, 'dateOrder'>): Result<string, DateRefusal> {
  const trimmed = text.trim();
  if (epochText.test(trimmed)) {
    const moment = readMoment(trimmed, { ...habits, timeZone: 'UTC' });
    return moment.ok ? accept(moment.value.slice(0, 10)) : moment;
  }
  const split = splitDate(trimmed, habits.dateOrder);
  if (!split.ok) return split;
  const { year, month, day } = split.value;
  return accept(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10));
}

const inReach = (ms: number, text: string): Result<string, DateRefusal> =>
  ms >= earliest && ms <= latest
    ? accept(new Date(ms).toISOString())
    : refuse(`${text} is too long ago or too far ahead to be meant`);
