import styles from './insights.module.css';

/** A point: what was predicted, and what came with its interval. */
export interface PlotPoint {
  predicted: number;
  actual: number;
  lo: number | null;
  hi: number | null;
}

const [size, left, below] = [190, 30, 20];

/** What was predicted against what came: on the diagonal both agree. A table says the same. */
export function CalibrationPlot({
  points,
  most,
  label,
  tick,
}: {
  points: readonly PlotPoint[];
  /** The end of both scales. */
  most: number;
  label: string;
  tick: (value: number) => string;
}) {
  const x = (value: number) => left + ((size - left - 6) * value) / most;
  const y = (value: number) => 6 + (size - below - 6) * (1 - Math.min(most, value) / most);
  return (
    <svg className={styles.plot} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={left} x2={size - 6} y1={y(part * most)} y2={y(part * most)} />
          <text x={left - 5} y={y(part * most) + 4} textAnchor="end">
            {tick(part * most)}
          </text>
          <text x={x(part * most)} y={size - 5} textAnchor={part === 1 ? 'end' : 'middle'}>
            {tick(part * most)}
          </text>
        </g>
      ))}
      <line data-diagonal x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} />
      {points.map(({ predicted, actual, lo, hi }) => (
        <g key={predicted}>
          {lo !== null && hi !== null && (
            <line className={styles.whisker} x1={x(predicted)} x2={x(predicted)} y1={y(lo)} y2={y(hi)} />
          )}
          <circle cx={x(predicted)} cy={y(actual)} r={3.5} />
        </g>
      ))}
    </svg>
  );
}
