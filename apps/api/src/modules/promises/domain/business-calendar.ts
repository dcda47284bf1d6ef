import { z } from 'zod';
import { dayMs } from '#kernel/days';
import { instantOfWallTime, isTimeZone, offsetAt } from '#kernel/time-zone';

const minuteOfDay = z.number().int().min(0).max(1440);

/**
 * When a desk is at work: its time zone, open minutes of each weekday (0 = Sunday), and days on which it is shut. A promise is counted on the
 * calendar of whoever gave it, not on that of the machine that counts.
 */
export const businessCalendar = z.strictObject({
  timeZone: z.string().refine(isTimeZone, { message: 'no such time zone' }),
  /** From minute to minute of the day, for each of the seven weekdays; `null`: shut. */
  week: z
    .array(
      z
        .tuple([minuteOfDay, minuteOfDay])
        .refine(([from, to]) => from < to, { message: 'must open before it closes' })
        .nullable(),
    )
    .length(7)
    .refine((week) => week.some((day) => day !== null), { message: 'must be open on some day' }),
  /** `2026-12-25`. */
  holidays: z.array(z.iso.date()).default([]),
});

export type BusinessCalendar = z.output<typeof businessCalendar>;

const minuteMs = 60_000;
/** A desk that is shut for this long never opens: nobody promises that. */
const mostDays = 3660;

/** The open hours of the day that holds this wall time, as wall times; `null` when shut. */
function openHours(wallDay: number, { week, holidays }: BusinessCalendar): [number, number] | null {
  const hours = week[new Date(wallDay).getUTCDay()];
  if (!hours || holidays.includes(new Date(wallDay).toISOString().slice(0, 10))) return null;
  return [wallDay + hours[0] * minuteMs, wallDay + hours[1] * minuteMs];
}

const dayOfWall = (wall: number): number => Math.floor(wall / dayMs) * dayMs;

/** Each stretch in which the desk is open from an instant on, as instants. */
function* openStretches(from: number, calendar: BusinessCalendar): Generator<[number, number]> {
  const first = dayOfWall(from + offsetAt(from, calendar.timeZone));
  for (let day = 0; day < mostDays; day++) {
    const hours = openHours(first + day * dayMs, calendar);
    if (!hours) continue;
    const [opens, closes] = hours.map((wall) => instantOfWallTime(wall, calendar.timeZone)) as [
      number,
      number,
    ];
    if (closes > from) yield [Math.max(opens, from), closes];
  }
}

/**
 * When a promise is due: `minutes` of open time after `from` (milliseconds since 1970). Clock changes count as they happen. `null` when an argument is no
 * number, or the calendar does not open that long in ten years.
 */
export function dueAfter(from: number, minutes: number, calendar: BusinessCalendar): number | null {
  if (!Number.isFinite(from) || !(minutes >= 0) || !Number.isFinite(minutes)) return null;
  let left = minutes * minuteMs;
  for (const [opens, closes] of openStretches(from, calendar)) {
    if (left <= closes - opens) return opens + left;
    left -= closes - opens;
  }
  return null;
}

/** Open minutes between two instants; 0 when the second is not later. `null` when one is no number, or they are ten years apart. */
export function openMinutes(from: number, to: number, calendar: BusinessCalendar): number | null {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
  if (to - from > (mostDays - 2) * dayMs) return null;
  let sum = 0;
  for (const [opens, closes] of openStretches(from, calendar)) {
    if (opens >= to) break;
    sum += Math.min(closes, to) - opens;
  }
  return sum / minuteMs;
}
