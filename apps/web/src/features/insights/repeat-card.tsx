import { gateText } from '#lib/gate-text.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { Table } from '#ui/table/table.tsx';
import { CalibrationPlot } from './calibration-plot.tsx';
import type { Evidence } from './evidence.documents.ts';
import styles from './insights.module.css';

type Fit = Evidence['repeatFits'][number];

/** What was learned of how people buy again, by currency: whether it may be used, why not, and how it did on time held out. */
export function RepeatCard({ fits }: { fits: Evidence['repeatFits'] }) {
  const say = useWords();
  return (
    <Card title={say('insights.repeat')}>
      <CardNote>{say(fits.length === 0 ? 'insights.noRepeat' : 'insights.repeatText')}</CardNote>
      {fits.map((fit) => (
        <OneFit key={fit.id} fit={fit} />
      ))}
    </Card>
  );
}

function OneFit({ fit }: { fit: Fit }) {
  const say = useWords();
  const { number, date } = useFormat();
  const two = (value: number | null) =>
    value === null ? '—' : number(value > 1000 ? Math.round(value) : Math.round(value * 100) / 100);
  const most = Math.max(
    0.5,
    ...fit.calibration.map(({ expected, hi, actual }) => Math.max(expected, hi ?? actual)),
  );
  return (
    <div className={styles.obstacle}>
      <p>
        <b>{fit.currency ?? say('insights.noCurrency')}</b>{' '}
        <Pill tone={fit.passed ? 'good' : 'warn'}>
          {say(fit.passed ? 'insights.inUse' : 'insights.refused')}
        </Pill>{' '}
        <small className={styles.note}>
          {say('insights.fitOf', {
            buyers: number(fit.buyers),
            repeaters: number(fit.repeaters),
            orders: number(fit.orders),
            version: fit.version,
            day: date(fit.fittedAt),
          })}
        </small>
      </p>
      {!fit.passed && <p className={styles.note}>{gateText(fit.reasons, say)}</p>}
      <p className={styles.note}>
        {say('insights.heldOut', {
          days: fit.heldOutDays,
          expected: two(fit.expected),
          actual: number(fit.actual),
          correlation: two(fit.correlation),
          frequency: two(fit.frequencyAlone),
        })}
      </p>
      <Fold label={say('insights.fitDetails')}>
        {fit.calibration.length > 0 && (
          <div className={styles.plotted}>
            <CalibrationPlot
              label={say('insights.plotLabel', {
                what: say('insights.repeat'),
                count: fit.calibration.length,
              })}
              most={most}
              tick={(value) => two(value)}
              points={fit.calibration.map(({ expected, ...step }) => ({ predicted: expected, ...step }))}
            />
            <Table
              label={say('insights.repeat')}
              head={[
                say('insights.said'),
                say('insights.came'),
                say('insights.interval'),
                say('insights.count'),
              ]}
            >
              {fit.calibration.map(({ n, expected, actual, lo, hi }) => (
                <tr key={expected}>
                  <td>{two(expected)}</td>
                  <td>{two(actual)}</td>
                  <td>{lo === null || hi === null ? <Nothing /> : `${two(lo)} … ${two(hi)}`}</td>
                  <td>{number(n)}</td>
                </tr>
              ))}
            </Table>
          </div>
        )}
        <p className={styles.note}>
          {`r ${two(fit.r)} · α ${two(fit.alpha)} · a ${two(fit.a)} · b ${two(fit.b)} · ln L ${two(fit.lnL)} · ${fit.settings}`}
        </p>
        <p className={styles.note}>
          {say(fit.baskets.passed ? 'insights.basketsUsed' : 'insights.basketsRefused', {
            n: number(fit.baskets.n),
            dependence: two(fit.baskets.dependence),
          })}{' '}
          {fit.baskets.passed
            ? `p ${two(fit.baskets.p)} · q ${two(fit.baskets.q)} · v ${two(fit.baskets.v)}`
            : gateText(fit.baskets.reasons, say)}
        </p>
      </Fold>
    </div>
  );
}
