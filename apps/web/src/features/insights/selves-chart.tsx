import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { Table } from '#ui/table/table.tsx';
import type { insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { monthsOnAxis } from './month-axis.ts';

type Figures = ResultOf<typeof insightsQuery>['experienceFigures'];
const [width, height, left, below] = [640, 170, 34, 20];
const selves = ['experienced', 'remembered'] as const;
/** Where the interval of each stands. */
const ends = {
  experienced: ['experiencedLow', 'experiencedHigh'],
  remembered: ['rememberedLow', 'rememberedHigh'],
} as const;

/** What was experienced against what is remembered of it, month by month: two lines, and their table. */
export function SelvesCard({ figures: { months } }: { figures: Figures }) {
  const say = useWords();
  const { number, month: monthText } = useFormat();
  const x = (place: number) => left + ((width - left - 8) * (place + 0.5)) / Math.max(1, months.length);
  const y = (score: number) => 6 + ((height - below - 6) * (100 - score)) / 100;
  const shown = (value: number | null) => (value === null ? <Nothing /> : number(value));
  return (
    <Card title={say('insights.selves')}>
      <CardNote>{months.length === 0 ? say('insights.noSelves') : say('insights.selvesText')}</CardNote>
      {months.length > 0 && (
        <>
          <svg
            className={styles.chart}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={say('insights.selvesLabel', { count: months.length })}
          >
            {[0, 25, 50, 75, 100].map((score) => (
              <g key={score}>
                <line
                  x1={left}
                  x2={width}
                  y1={y(score)}
                  y2={y(score)}
                  data-zero={score === 50 || undefined}
                />
                <text x={left - 6} y={y(score) + 4} textAnchor="end">
                  {score}
                </text>
              </g>
            ))}
            {selves.map((self) => (
              <g key={self} data-self={self}>
                <polygon
                  points={[
                    ...months.flatMap((month, place) => {
                      const high = month[ends[self][1]];
                      return high === null ? [] : [`${x(place)},${y(high)}`];
                    }),
                    ...months
                      .flatMap((month, place) => {
                        const low = month[ends[self][0]];
                        return low === null ? [] : [`${x(place)},${y(low)}`];
                      })
                      .reverse(),
                  ].join(' ')}
                />
                <polyline
                  points={months
                    .flatMap((month, place) => {
                      const score = month[self];
                      return score === null ? [] : [`${x(place)},${y(score)}`];
                    })
                    .join(' ')}
                />
                {months.map((month, place) => {
                  const score = month[self];
                  return score === null ? null : (
                    <circle key={month.month} cx={x(place)} cy={y(score)} r={3} />
                  );
                })}
              </g>
            ))}
            {monthsOnAxis(months, 8).map(({ month, place, withYear }) => (
              <text key={month} x={x(place)} y={height - 4} textAnchor="middle">
                {monthText(month, withYear)}
              </text>
            ))}
          </svg>
          <p className={styles.legend} aria-hidden>
            {selves.map((self) => (
              <span key={self} data-self={self}>
                {say(self === 'experienced' ? 'insights.experienced' : 'insights.remembered')}
              </span>
            ))}
          </p>
          <Fold label={say('insights.asTable')}>
            <Table
              label={say('insights.selves')}
              head={[
                say('insights.month'),
                say('insights.experienced'),
                say('insights.remembered'),
                say('insights.measured'),
              ]}
            >
              {months.map(({ month, n, ...both }) => (
                <tr key={month}>
                  <td>{monthText(month)}</td>
                  {selves.map((self) => {
                    const [low, high] = [both[ends[self][0]], both[ends[self][1]]];
                    return (
                      <td key={self}>
                        {shown(both[self])}
                        {low !== null && high !== null && ` (${number(low)}–${number(high)})`}
                      </td>
                    );
                  })}
                  <td>{number(n)}</td>
                </tr>
              ))}
            </Table>
          </Fold>
        </>
      )}
    </Card>
  );
}
