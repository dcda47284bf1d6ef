import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Table } from '#ui/table/table.tsx';
import styles from './designer.module.css';
import type { Figures, JourneyVersion } from './journeys.documents.ts';
import { stageName } from './stage-name.ts';

/** Whether segments leave a stage at different speeds: medians with their n, and what chance alone would give. */
export function Comparison({
  version,
  figures,
  name,
}: {
  version: JourneyVersion;
  figures: Figures;
  /** What a segment is called. */
  name: (segment: string) => string;
}) {
  const say = useWords();
  const { number } = useFormat();
  return (
    <section className={styles.changes} aria-labelledby="journey-comparison">
      <h2 id="journey-comparison">{say('journey.comparison')}</h2>
      <p className={styles.none}>{say('journey.comparisonText')}</p>
      <Table
        label={say('journey.comparison')}
        head={[say('journey.stage'), say('journey.segments'), say('journey.chance')]}
      >
        {figures.comparisons.map((one) => (
          <tr key={one.stage}>
            <td>{stageName(one.stage, version.stages.find(({ key }) => key === one.stage)?.label, say)}</td>
            <td>
              {one.segments.length === 0
                ? '—'
                : one.segments.map((segment) => (
                    <span key={segment.segment} className={styles.segment}>
                      {say('journey.segment', {
                        segment: segment.segment === null ? '—' : name(segment.segment),
                        n: number(segment.n),
                        days: segment.medianDays === null ? '…' : number(Math.round(segment.medianDays)),
                      })}
                    </span>
                  ))}
            </td>
            <td>
              {one.p === null ? '—' : one.p < 0.001 ? '< 0.001' : number(Math.round(one.p * 1000) / 1000)}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
