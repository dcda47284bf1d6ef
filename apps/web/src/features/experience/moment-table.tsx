import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Nothing } from '#ui/state/nothing.tsx';
import type { Curve } from './curve-points.ts';
import styles from './moment-table.module.css';
import { becauseText, kindText, minutesText } from './moment-text.ts';

/** The curve as a table: the same moments, and what says how each was. */
export function MomentTable({ curve, onOpen }: { curve: Curve; onOpen: (at: string) => void }) {
  const say = useWords();
  const { date, number, signed } = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={say('experience.tableOf')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('experience.when')}</th>
            <th scope="col">{say('experience.what')}</th>
            <th scope="col">{say('experience.how')}</th>
            <th scope="col">{say('experience.lasted')}</th>
            <th scope="col">{say('experience.because')}</th>
          </tr>
        </thead>
        <tbody>
          {curve.points.toReversed().map(({ moment, lived, score }, place) => {
            const index = curve.points.length - 1 - place;
            return (
              <tr key={`${lived.subjectId} ${moment.key}`}>
                <td>
                  <button type="button" onClick={() => onOpen(moment.at)}>
                    {date(moment.at)}
                  </button>
                </td>
                <td>
                  {kindText(moment.kind, say)}
                  <small>{lived.title}</small>
                </td>
                <td>
                  {score === null ? <Nothing /> : number(Math.round(score))}
                  {index === curve.peak && <small>{say('experience.peak')}</small>}
                  {index === curve.end && <small>{say('experience.end')}</small>}
                </td>
                <td>{moment.minutes > 0 ? minutesText(moment.minutes, say, number) : <Nothing />}</td>
                <td>
                  {moment.valence === null ? (
                    <span className={styles.muted}>{say('experience.notMeasured')}</span>
                  ) : (
                    becauseText(moment, say, { signed, number })
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
