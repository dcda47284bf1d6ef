import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { Table } from '#ui/table/table.tsx';
import type { insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { monthsOnAxis } from './month-axis.ts';

type Month = ResultOf<typeof insightsQuery>['voiceScores']['months'][number];
const [width, height, left, below] = [640, 170, 34, 20];

/** Would they recommend us, month by month: a point with its interval where there are enough answers, and its table. */
export function MonthsChart({ months }: { months: readonly Month[] }) {
  const say = useWords();
  const { signed, number, month: monthText } = useFormat();
  const x = (place: number) => left + ((width - left - 8) * (place + 0.5)) / Math.max(1, months.length);
  const y = (score: number) => 6 + ((height - below - 6) * (100 - score)) / 200;
  const shown = months.map((month, place) => ({ ...month, place })).filter(({ nps }) => nps.score !== null);
  if (months.length === 0) return null;
  return (
    <>
      {shown.length === 0 ? (
        <CardNote>{say('insights.noMonth')}</CardNote>
      ) : (
        <svg
          className={styles.chart}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={say('insights.monthsLabel', { count: shown.length })}
        >
          {[-100, -50, 0, 50, 100].map((score) => (
            <g key={score}>
              <line x1={left} x2={width} y1={y(score)} y2={y(score)} data-zero={score === 0 || undefined} />
              <text x={left - 6} y={y(score) + 4} textAnchor="end">
                {score}
              </text>
            </g>
          ))}
          <polyline points={shown.map(({ place, nps }) => `${x(place)},${y(nps.score ?? 0)}`).join(' ')} />
          {shown.map(({ month, place, nps }) => (
            <g key={month} data-provisional={nps.isProvisional || undefined}>
              <line
                className={styles.whisker}
                x1={x(place)}
                x2={x(place)}
                y1={y(nps.lo ?? 0)}
                y2={y(nps.hi ?? 0)}
              />
              <circle cx={x(place)} cy={y(nps.score ?? 0)} r={4} />
            </g>
          ))}
          {monthsOnAxis(months, 8).map(({ month, place, withYear }) => (
            <text key={month} x={x(place)} y={height - 4} textAnchor="middle">
              {monthText(month, withYear)}
            </text>
          ))}
        </svg>
      )}
      <Fold label={say('insights.asTable')}>
        <Table
          label={say('insights.nps')}
          head={[
            say('insights.month'),
            say('insights.score'),
            say('insights.interval'),
            say('insights.answers'),
          ]}
        >
          {months.map(({ month, nps }) => (
            <tr key={month}>
              <td>{monthText(month)}</td>
              <td>{nps.score === null ? <Nothing /> : signed(nps.score)}</td>
              <td>
                {nps.lo === null || nps.hi === null ? <Nothing /> : `${signed(nps.lo)} … ${signed(nps.hi)}`}
              </td>
              <td>{number(nps.n)}</td>
            </tr>
          ))}
        </Table>
      </Fold>
    </>
  );
}
