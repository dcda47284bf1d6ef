import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type AdviceSettings, type NothingBecause, usualAdvice } from './settings.ts';

/** Answers by day of the week (1: Monday … 7) and hour of the day, in the time of whoever answers. */
export interface AnswersAt {
  day: number;
  hour: number;
  n: number;
}

/** A time as it is on the wall where somebody lives. */
export interface WallTime {
  /** `2026-11-28`. */
  date: string;
  /** 1: Monday … 7. */
  day: number;
  hour: number;
}

/** When to come to somebody: a window on one of the next days, and what speaks for it. */
export interface MomentWindow {
  date: string;
  day: number;
  fromHour: number;
  untilHour: number;
  /** Answers of their own at these hours, of all their own. */
  own: Proportion;
  /** The same of everybody. */
  everybody: Proportion;
  /** Whose rhythm decided more. */
  whose: 'own' | 'everybody';
}

export type NextMoment = MomentWindow | { because: NothingBecause };

const total = (answers: readonly AnswersAt[]): number => answers.reduce((sum, { n }) => sum + n, 0);
const within = (answers: readonly AnswersAt[], from: number, until: number): number =>
  total(answers.filter(({ hour }) => hour >= from && hour < until));
const on = (answers: readonly AnswersAt[], day: number): number =>
  total(answers.filter((one) => one.day === day));

/**
 * The window of the next days in which they are likeliest to answer: the share of answers at these hours times that on this day of the week, each drawn to
 * everybody's by (n own + M everybody's share) / (n + M). Quiet hours are neither advised nor counted. Of equal ones the next. Nothing while hardly anybody ever answered.
 */
export function nextMoment(
  ownAtAll: readonly AnswersAt[],
  everybodyAtAll: readonly AnswersAt[],
  days: readonly WallTime[],
  { moment: { hours, from, until, shrink, least } }: AdviceSettings = usualAdvice,
): NextMoment {
  const awake = ({ hour }: AnswersAt) => hour >= from && hour < until;
  const [own, everybody] = [ownAtAll.filter(awake), everybodyAtAll.filter(awake)];
  const [mine, all] = [total(own), total(everybody)];
  if (all < least) return { because: 'no-rhythm' };
  const drawn = (k: number, usual: number) => (k + (shrink * usual) / all) / (mine + shrink);
  let best: { weight: number; window: MomentWindow } | null = null;
  for (const { date, day, hour } of days) {
    for (let start = from; start + hours <= until; start += hours) {
      // What has begun already today is too late to prepare.
      if (start <= hour) continue;
      const [k, usual] = [within(own, start, start + hours), within(everybody, start, start + hours)];
      const weight = drawn(k, usual) * drawn(on(own, day), on(everybody, day));
      if (best && weight <= best.weight * (1 + 1e-9)) continue;
      best = {
        weight,
        window: {
          date,
          day,
          fromHour: start,
          untilHour: start + hours,
          own: proportion(k, mine),
          everybody: proportion(usual, all),
          whose: mine >= shrink ? 'own' : 'everybody',
        },
      };
    }
  }
  return best?.window ?? { because: 'no-rhythm' };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The next so many days where somebody lives, from now: the first with the hour that it is, the others from midnight. */
export function daysAhead(now: Date, timeZone: string, count: number = usualAdvice.moment.days): WallTime[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const wall = (at: Date): WallTime => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return {
      date: `${part.year}-${part.month}-${part.day}`,
      day: weekdays.indexOf(part.weekday!) + 1,
      hour: Number(part.hour),
    };
  };
  const first = wall(now);
  const days = [first];
  // Noon of the wall's own date is that date everywhere, whatever the clocks do at night.
  for (let n = 1; n < count; n++) {
    const at = new Date(`${first.date}T12:00:00Z`);
    at.setUTCDate(at.getUTCDate() + n);
    const date = at.toISOString().slice(0, 10);
    days.push({ date, day: ((first.day - 1 + n) % 7) + 1, hour: -1 });
  }
  return days;
}

/** A word of a source, if it names a time zone that clocks know. */
export function knownZone(word: string | null): string | null {
  if (!word || !/^[A-Za-z_]+(\/[A-Za-z_+-]+)+$/.test(word)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The time zone of a country that has only one (ISO 3166); of a wide one nobody can tell. */
export function zoneOfCountry(country: string | null): string | null {
  if (!country || !/^[A-Z]{2}$/.test(country)) return null;
  const locale: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale(
    'und',
    {
      region: country,
    },
  );
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  // Countries of one time with villages of their own count as one.
  const main: Record<string, string> = { DE: 'Europe/Berlin', ES: 'Europe/Madrid', PT: 'Europe/Lisbon' };
  return main[country] ?? (zones.length === 1 ? zones[0]! : null);
}
