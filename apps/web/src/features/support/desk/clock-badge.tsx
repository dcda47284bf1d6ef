import { AlarmClock, AlarmClockCheck, CirclePause, Clock, Timer, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { type ClockLook, mostPressing, seeClock, unitsOf } from './clock.ts';
import styles from './clock-badge.module.css';
import type { ClockShown } from './desk.documents.ts';

const icons = {
  ok: Clock,
  soon: Timer,
  late: TriangleAlert,
  paused: CirclePause,
  met: AlarmClockCheck,
  metLate: AlarmClock,
} as const satisfies Record<ClockLook, unknown>;

const kinds = {
  FIRST_REPLY: 'support.clockFirst',
  NEXT_REPLY: 'support.clockNext',
  RESOLUTION: 'support.clockSolution',
} as const satisfies Record<ClockShown['kind'], MessageId>;

/** The time, brought up to date every half minute: often enough for minutes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The clock of a ticket that matters most: an icon and words, never a colour alone. It is no live region: time passing is no news. */
export function ClockBadge({ clocks, now }: { clocks: readonly ClockShown[]; now: number }) {
  const say = useWords();
  const { locale } = useIntl();
  const clock = mostPressing(clocks);
  if (!clock) return null;
  const { look, minutes, kind } = seeClock(clock, now);
  const Icon = icons[look];
  const span =
    minutes === null
      ? ''
      : unitsOf(minutes)
          .map(([unit, value]) =>
            new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
          )
          .join(' ');
  const text =
    look === 'late'
      ? say('support.clockLate', { span })
      : look === 'ok' || look === 'soon'
        ? span
        : say(
            look === 'paused'
              ? 'support.clockPaused'
              : look === 'met'
                ? 'support.clockMet'
                : 'support.clockMetLate',
          );
  return (
    <span className={styles.clock} data-look={look} title={say(kinds[kind])}>
      <Icon size={14} aria-hidden />
      <span className="unseen">{say(kinds[kind])}: </span>
      {text}
    </span>
  );
}
