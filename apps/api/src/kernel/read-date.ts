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

/** As programs write it, `2026-01-15T10:00:00Z`, perhaps without seconds or with milliseconds: read sign by sign. Whatever is odd about it goes the long way and is told there. */
function readPlain(text: string, timeZone: string): string | undefined {
  const isUtc = text.charCodeAt(text.length - 1) === 0x5a;
  const length = isUtc ? text.length - 1 : text.length;
  if (length !== 19 && length !== 23 && length !== 16) return undefined;
  const between = text.charCodeAt(10);
  if (between !== 0x54 && between !== 0x20) return undefined;
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d || text.charCodeAt(13) !== 0x3a)
    return undefined;
  if (length > 16 && text.charCodeAt(16) !== 0x3a) return undefined;
  if (length > 19 && text.charCodeAt(19) !== 0x2e) return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  const hours = digitsAt(text, 11, 13);
  const minutes = digitsAt(text, 14, 16);
  const seconds = length > 16 ? digitsAt(text, 17, 19) : 0;
  const thousandths = length > 19 ? digitsAt(text, 20, 23) : 0;
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return undefined;
  if (!(hours <= 23 && minutes <= 59 && seconds <= 59 && thousandths <= 999)) return undefined;
  if (isUtc || timeZone === 'UTC') {
    if (isUtc && length === 23 && between === 0x54) return text;
    const time = length > 16 ? text.slice(11, 19) : `${text.slice(11, 16)}:00`;
    return `${text.slice(0, 10)}T${time}.${length > 19 ? text.slice(20, 23) : '000'}Z`;
  }
  const wall = Date.UTC(year, month - 1, day, hours, minutes, seconds, thousandths);
  return new Date(instantOfWallTime(wall, timeZone)).toISOString();
}

/** The number that digits between two places make; `NaN` where not all of them are digits. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
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
