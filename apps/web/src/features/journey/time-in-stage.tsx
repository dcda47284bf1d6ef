import type { Stage } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import styles from './stage-evidence.module.css';
import { daysSince, stairs, stillThere } from './stay.ts';

interface Usual {
  entered: number;
  left: number;
  medianDays: number | null;
  lowDays: number | null;
  highDays: number | null;
  countedAt: string;
  curve: readonly { days: number; stay: number }[];
}

const [width, height] = [320, 90];

/** How long somebody is in their stage, against everybody who ever was: those still there count. */
export function TimeInStage({
  stage: { stage, since, usual },
}: {
  stage: { stage: Stage; since: string; usual: Usual | null };
}) {
  const say = useWords();
  const { number, percent, date } = useFormat();
  const days = Math.max(0, daysSince(since, new Date()));
  const whole = (value: number | null) =>
    value === null ? '…' : number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
  const stay = usual ? stillThere(usual.curve, days, usual.entered) : null;
  // As far as something is to be seen: past a few medians a curve only creeps along the ground.
  const last = Math.max(1, ...(usual?.curve.map((step) => step.days) ?? []));
  const horizon = Math.max(days * 1.15, Math.min(last, usual?.medianDays ? usual.medianDays * 6 : last), 1);
  const sentence =
    stay === null
      ? say('journey.noOthers')
      : say('journey.longerThan', { days: Math.floor(days), share: percent(stay) });
  const x = (at: number) => (Math.min(at, horizon) / horizon) * width;
  return (
    <section>
      <h3>{say('journey.timeTitle')}</h3>
      <p>{sentence}</p>
      {usual && (
        <>
          <p className={styles.sub}>
            {usual.medianDays === null
              ? say('journey.noMedian', { stage: say(stageWords[stage]) })
              : say('journey.median', {
                  days: whole(usual.medianDays),
                  low: whole(usual.lowDays),
                  high: whole(usual.highDays),
                })}{' '}
            {say('journey.counted', {
              entered: usual.entered,
              left: number(usual.left),
              at: date(usual.countedAt, 'dateTime'),
            })}
          </p>
          {usual.curve.length > 1 && (
            <svg
              className={styles.curve}
              viewBox={`-4 -6 ${width + 8} ${height + 26}`}
              role="img"
              aria-label={sentence}
            >
              <line x1={0} x2={width} y1={height} y2={height} className={styles.axis} />
              <line x1={0} x2={width} y1={height / 2} y2={height / 2} className={styles.half} />
              <path d={stairs(usual.curve, { width, height, horizon })} className={styles.stairs} />
              <line x1={x(days)} x2={x(days)} y1={-4} y2={height} className={styles.here} />
              <text x={0} y={height + 15}>
                0
              </text>
              <text x={width} y={height + 15} textAnchor="end">
                {say('journey.days', { days: Math.round(horizon) })}
              </text>
              {x(days) > 30 && x(days) < width - 60 && (
                <text x={x(days)} y={height + 15} textAnchor="middle" className={styles.hereText}>
                  {say('journey.days', { days: Math.floor(days) })}
                </text>
              )}
            </svg>
          )}
        </>
      )}
    </section>
  );
}
