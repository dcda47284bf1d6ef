import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { Table } from '#ui/table/table.tsx';
import { CalibrationPlot } from './calibration-plot.tsx';
import type { Evidence } from './evidence.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';

type Line = Evidence['predictionCalibrations'][number];

const names = {
  REPEAT: 'insights.predicted.repeat',
  IDENTITY: 'insights.predicted.identity',
  STAGE_WORD: 'insights.predicted.stageWord',
  BOT: 'insights.predicted.bot',
  PROMISE: 'insights.predicted.promise',
} as const satisfies Record<Line['what'], MessageId>;
const texts = {
  REPEAT: 'insights.predictedText.repeat',
  IDENTITY: 'insights.predictedText.identity',
  STAGE_WORD: 'insights.predictedText.stageWord',
  BOT: 'insights.predictedText.bot',
  PROMISE: 'insights.predictedText.promise',
} as const satisfies Record<Line['what'], MessageId>;

/** Everything that we predict or say, beside what happened: how many, with the interval; where nothing was decided, that is said. */
export function CalibrationCard({ lines }: { lines: Evidence['predictionCalibrations'] }) {
  const say = useWords();
  const { percent, number } = useFormat();
  return (
    <Card title={say('insights.calibration')}>
      <CardNote>{say('insights.calibrationText')}</CardNote>
      <ul className={styles.rows}>
        {lines.map(({ what, n, predicted, actual, brier, steps }) => (
          <li key={what}>
            <div className={styles.row}>
              <span>
                {say(names[what])}
                <small>{say(texts[what])}</small>
              </span>
              <IntervalBar
                value={actual.p}
                lo={actual.lo}
                hi={actual.hi}
                {...(predicted === null ? {} : { zero: predicted })}
              />
              <span className={styles.value}>
                {actual.p === null || predicted === null ? (
                  <>
                    <Nothing /> <small>{say('insights.nothingDecided')}</small>
                  </>
                ) : (
                  <>
                    <b>{percent(actual.p)}</b>{' '}
                    <small>
                      {say('insights.wasPredicted', { share: percent(predicted) })}
                      {actual.lo !== null &&
                        actual.hi !== null &&
                        ` · ${percent(actual.lo)} … ${percent(actual.hi)}`}
                      {` · ${say('insights.n', { n: number(n) })}`}
                    </small>
                  </>
                )}
              </span>
            </div>
            {steps.length > 1 && (
              <Fold label={say('insights.steps')}>
                <div className={styles.plotted}>
                  <CalibrationPlot
                    label={say('insights.plotLabel', { what: say(names[what]), count: steps.length })}
                    most={1}
                    tick={(value) => percent(value)}
                    points={steps.flatMap(({ predicted: said, actual: { p, lo, hi } }) =>
                      p === null ? [] : [{ predicted: said, actual: p, lo, hi }],
                    )}
                  />
                  <Table
                    label={say(names[what])}
                    head={[
                      say('insights.said'),
                      say('insights.came'),
                      say('insights.interval'),
                      say('insights.count'),
                    ]}
                  >
                    {steps.map(({ predicted: said, actual: { p, lo, hi, n: of } }) => (
                      <tr key={said}>
                        <td>{percent(said)}</td>
                        <td>{p === null ? <Nothing /> : percent(p)}</td>
                        <td>
                          {lo === null || hi === null ? <Nothing /> : `${percent(lo)} … ${percent(hi)}`}
                        </td>
                        <td>{number(of)}</td>
                      </tr>
                    ))}
                  </Table>
                </div>
                {brier !== null && (
                  <p className={styles.note}>
                    {say('insights.brier', { value: number(Math.round(brier * 1000) / 1000) })}
                  </p>
                )}
              </Fold>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
