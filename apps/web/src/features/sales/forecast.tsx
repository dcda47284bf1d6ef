import { gateText } from '#lib/gate-text.ts';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { HoverNote } from '#ui/hover/hover-note.tsx';
import type { DealsFragment } from './deals.fragment.ts';
import styles from './forecast.module.css';

type Ahead = NonNullable<ResultOf<typeof DealsFragment>['repeatBuying']>;

/** What a customer is expected to buy, with how sure that is; where the model may not be used, that and why. */
export function Forecast({ ahead }: { ahead: Ahead }) {
  const say = useWords();
  const { number, percent, money, date } = useFormat();
  const { expected, low, high, alive, again, purchases } = ahead;
  if (!ahead.passed || expected === null || low === null || high === null)
    return (
      <p className={styles.forecast}>
        <HoverNote
          note={
            <>
              {gateText(ahead.reasons, say)}{' '}
              {say('sales.forecastFit', { version: ahead.fitVersion, settings: ahead.settings })}
            </>
          }
        >
          {say('sales.noForecast')}
        </HoverNote>
        {' · '}
        {say('sales.boughtSoFar', { count: purchases, last: date(ahead.lastAt) })}
      </p>
    );
  return (
    <div className={styles.forecast}>
      <p className={styles.figure}>
        <b>{number(Math.round(expected * 10) / 10)}</b>{' '}
        <HoverNote
          note={
            <>
              {say('sales.forecastHow', { n: number(ahead.buyers ?? 0) })}{' '}
              {say('sales.forecastFit', { version: ahead.fitVersion, settings: ahead.settings })}
            </>
          }
        >
          {say('sales.expected')}
        </HoverNote>
      </p>
      <p>
        {[
          say('sales.expectedBetween', { low: number(low), high: number(high) }),
          alive === null ? say('sales.onePurchase') : say('sales.alive', { share: percent(alive) }),
          again !== null && say('sales.again', { share: percent(again) }),
          ahead.value !== null &&
            say('sales.worthAhead', { value: money(Math.round(ahead.value), ahead.currency) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
