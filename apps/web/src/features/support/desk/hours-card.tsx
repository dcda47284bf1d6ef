import { useMutation } from '@apollo/client/react';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { Button } from '#ui/button/button.tsx';
import { Card } from '#ui/card/card.tsx';
import styles from './service-levels.module.css';

const saveHours = graphql(`
  mutation SaveBusinessHours($input: SaveBusinessHours!) {
    saveBusinessHours(input: $input) {
      __typename
      ... on BusinessHours { id }
      ... on Refusal { code message }
    }
  }
`);

interface Hours {
  id: string;
  name: string;
  timeZone: string;
  days: readonly { weekday: number; from: number; to: number }[];
  holidays: readonly { day: string; name: string }[];
}

const two = (value: number): string => String(value).padStart(2, '0');
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
/** Midnight at the end of a day is the whole day. */
const minutesOf = (clock: string, isEnd: boolean): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const all = hours * 60 + minutes;
  return isEnd && all === 0 ? 1_440 : all;
};
/** Monday first, as calendars here have it. */
const week = [1, 2, 3, 4, 5, 6, 0];

/** When a desk is at work: its weekdays, its time zone, and the days on which it is shut all the same. */
export function HoursCard({
  hours,
  mayChange,
  onKept,
}: {
  hours: Hours;
  mayChange: boolean;
  onKept: () => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { date } = useFormat();
  const [save] = useMutation(saveHours);
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const keep = (part: Partial<Hours>) => {
    const wish = { ...hours, ...part };
    void save({
      variables: {
        input: {
          id: wish.id,
          name: wish.name,
          timeZone: wish.timeZone,
          days: wish.days.map(({ weekday, from, to }) => ({ weekday, from, to })),
          holidays: wish.holidays.map((one) => ({ day: one.day, name: one.name })),
        },
      },
    })
      .then(({ data }) => {
        if (data?.saveBusinessHours.__typename === 'Refusal')
          sayFailed(refusalText(data.saveBusinessHours, say));
        else sayDone(say('support.slaSaved'));
        onKept();
      })
      .catch(() => sayFailed(say('support.failed')));
  };
  const weekdayName = (weekday: number) =>
    // The fourth of January 2026 was a Sunday.
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 4 + weekday),
    );
  return (
    <Card title={say('support.hoursOf', { name: hours.name })} aside={hours.timeZone}>
      <ul className={styles.week}>
        {week.map((weekday) => {
          const open = hours.days.find((one) => one.weekday === weekday);
          const others = hours.days.filter((one) => one.weekday !== weekday);
          const label = weekdayName(weekday);
          return (
            <li key={weekday}>
              <label className={styles.day}>
                <input
                  type="checkbox"
                  checked={Boolean(open)}
                  disabled={!mayChange}
                  onChange={() =>
                    keep({ days: open ? others : [...others, { weekday, from: 540, to: 1_080 }] })
                  }
                />
                {label}
              </label>
              {open ? (
                (['from', 'to'] as const).map((end) => (
                  <input
                    key={`${end} ${open[end]}`}
                    type="time"
                    aria-label={say(end === 'from' ? 'support.opensAt' : 'support.closesAt', {
                      day: label,
                    })}
                    defaultValue={clockOf(open[end])}
                    disabled={!mayChange}
                    onBlur={(event) => {
                      const value = minutesOf(event.target.value, end === 'to');
                      if (value !== open[end]) keep({ days: [...others, { ...open, [end]: value }] });
                    }}
                  />
                ))
              ) : (
                <span className={styles.text}>{say('support.shut')}</span>
              )}
            </li>
          );
        })}
      </ul>
      <h3 className={styles.sub}>{say('support.holidays')}</h3>
      <ul className={styles.holidays}>
        {hours.holidays.map((holiday) => (
          <li key={holiday.day}>
            {date(`${holiday.day}T12:00:00Z`)} · {holiday.name}
            {mayChange && (
              <button
                type="button"
                aria-label={say('support.holidayRemove', { name: holiday.name })}
                onClick={() => keep({ holidays: hours.holidays.filter((one) => one.day !== holiday.day) })}
              >
                <X size={14} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <form
          className={styles.targets}
          onSubmit={(event) => {
            event.preventDefault();
            if (!day || !name.trim()) return;
            keep({ holidays: [...hours.holidays, { day, name: name.trim() }] });
            setDay('');
            setName('');
          }}
        >
          <label>
            {say('support.holidayDay')}
            <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </label>
          <label>
            {say('support.holidayName')}
            <input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          </label>
          <Button type="submit" disabled={!day || !name.trim()}>
            {say('support.holidayAdd')}
          </Button>
        </form>
      )}
    </Card>
  );
}
