import type { ClockShown } from './desk.documents.ts';

/** How a clock looks at a moment. */
export type ClockLook = 'ok' | 'soon' | 'late' | 'paused' | 'met' | 'metLate';

/** A clock as it is shown: which one, how it stands, and how many minutes are left (or, negative, over). */
export interface SeenClock {
  kind: ClockShown['kind'];
  look: ClockLook;
  minutes: number | null;
}

const lookOf = (clock: ClockShown, now: number): ClockLook => {
  if (clock.state === 'PAUSED') return clock.brokenAt ? 'late' : 'paused';
  if (clock.state === 'KEPT') return 'met';
  if (clock.state === 'BROKEN') return 'metLate';
  if (clock.dueAt && Date.parse(clock.dueAt) < now) return 'late';
  return clock.warnAt && Date.parse(clock.warnAt) <= now ? 'soon' : 'ok';
};

/** A clock at a moment. */
export function seeClock(clock: ClockShown, now: number): SeenClock {
  const due = clock.state === 'RUNNING' && clock.dueAt ? Date.parse(clock.dueAt) : null;
  const late = clock.brokenAt && clock.state === 'PAUSED' ? Date.parse(clock.brokenAt) : due;
  return {
    kind: clock.kind,
    look: lookOf(clock, now),
    minutes: late === null ? null : Math.trunc((late - now) / 60_000),
  };
}

/** The clock that matters most: the next one due; else one that waits; else how the last one ended. */
export function mostPressing(clocks: readonly ClockShown[]): ClockShown | undefined {
  const running = clocks
    .filter(({ state, dueAt }) => state === 'RUNNING' && dueAt)
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
  return (
    running[0] ??
    clocks.findLast(({ state }) => state === 'PAUSED') ??
    clocks
      .filter(({ stoppedAt }) => stoppedAt)
      .sort((a, b) => (b.stoppedAt ?? '').localeCompare(a.stoppedAt ?? ''))[0]
  );
}

/** A length of time in its two largest units: `41`, `90`, `1500` minutes → `[['minute', 41]]` … */
export function unitsOf(minutes: number): [unit: 'day' | 'hour' | 'minute', value: number][] {
  const all = Math.abs(minutes);
  const [days, hours, rest] = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60];
  if (days > 0)
    return hours > 0 && days < 7
      ? [
          ['day', days],
          ['hour', hours],
        ]
      : [['day', days]];
  if (hours > 0)
    return rest > 0 && hours < 10
      ? [
          ['hour', hours],
          ['minute', rest],
        ]
      : [['hour', hours]];
  return [['minute', rest]];
}
