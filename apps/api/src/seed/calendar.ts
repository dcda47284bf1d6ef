import type { Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How far back the company's files go: two years. */
export const HISTORY_DAYS = 730;

/** When people do things: at home (evenings, weekends, some at night) or in the office. */
export type Habit = 'home' | 'office';

// January to December: Christmas shopping, the quiet August of the south, a small spring.
const season = [0.9, 0.75, 0.85, 0.95, 0.9, 0.8, 0.75, 0.55, 0.85, 0.95, 1.25, 1.4];
const highestSeason = 1.4;

const weekdays: Record<Habit, readonly number[]> = {
  home: [1, 0.8, 0.75, 0.75, 0.8, 0.75, 0.9],
  office: [0.04, 1, 1, 0.95, 0.95, 0.8, 0.08],
};

const hours: Record<Habit, readonly number[]> = {
  home: [2, 1, 0.6, 0.4, 0.4, 0.6, 1.5, 3, 4, 5, 5, 5, 6, 5, 4, 4, 5, 6, 8, 10, 12, 12, 8, 4],
  office: [0.1, 0, 0, 0, 0, 0.1, 0.5, 2, 8, 12, 13, 12, 6, 8, 12, 12, 10, 6, 2, 1, 0.6, 0.5, 0.4, 0.2],
};
const hourPairs = {
  home: hours.home.map((weight, hour) => [hour, weight] as const),
  office: hours.office.map((weight, hour) => [hour, weight] as const),
};

/** The midnight (UTC) at the start of a day, in milliseconds. */
export const midnight = (time: number): number => Math.floor(time / DAY) * DAY;

/** A moment between two times, at an hour and in a season in which people of this habit do things. */
export function momentBetween(random: Random, from: number, to: number, habit: Habit): number {
  let day = from;
  for (let attempt = 0; attempt < 12; attempt++) {
    day = midnight(from + random.next() * (to - from));
    const date = new Date(day);
    const weight = (season[date.getUTCMonth()]! / highestSeason) * weekdays[habit][date.getUTCDay()]!;
    if (random.chance(weight)) break;
  }
  const at = day + random.weighted(hourPairs[habit]) * HOUR + random.between(0, 3599) * 1000;
  return Math.min(Math.max(at, from), to - 1000);
}

/** When somebody in the office answers: after a log-normal delay, and not at night or on a Sunday. */
export function officeReply(random: Random, after: number, medianHours: number): number {
  const at = after + random.logNormal(medianHours * HOUR, 1.1);
  const date = new Date(at);
  const hour = date.getUTCHours();
  const day = date.getUTCDay();
  if (day !== 0 && hour >= 8 && hour < 18) return at;
  const start = midnight(at) + (hour >= 18 ? DAY : 0);
  const skipSunday = new Date(start).getUTCDay() === 0 ? DAY : 0;
  return start + skipSunday + 8 * HOUR + random.logNormal(25 * MINUTE, 0.9);
}

const days = new Map<number, string>();
const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** `2026-01-15`. */
export function toDay(time: number): string {
  const day = midnight(time);
  const known = days.get(day) ?? new Date(day).toISOString().slice(0, 10);
  days.set(day, known);
  return known;
}

function clock(time: number): string {
  const seconds = Math.floor((time - midnight(time)) / 1000);
  return `${two[Math.floor(seconds / 3600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`;
}

/** `2026-01-15 10:00`, as HubSpot's screen export writes it. */
export const toMinute = (time: number): string => `${toDay(time)} ${clock(time).slice(0, 5)}`;

/** `2026-01-15 10:00:42`, as Mailchimp, Salesforce's weekly export and warehouses write it. */
export const toSecond = (time: number): string => `${toDay(time)} ${clock(time)}`;

/** `2026-01-15T10:00:42Z`, as Zendesk writes it. */
export const toZulu = (time: number): string => `${toDay(time)}T${clock(time)}Z`;

/** `2026-01-15T10:00:42.000Z`, as Salesforce's Data Loader writes it. */
export const toZuluMillis = (time: number): string => `${toDay(time)}T${clock(time)}.000Z`;
