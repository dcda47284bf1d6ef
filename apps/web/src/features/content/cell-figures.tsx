import { useLazyQuery } from '@apollo/client/react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { ifAloneQuery } from './content.documents.ts';
import styles from './content.module.css';
import type { WholeContent } from './words.ts';

const part = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** What came of a piece of content, stage by stage: counts, the share that worked with its interval, and how often it is served. */
export function CellFigures({ item }: { item: WholeContent }) {
  const say = useWords();
  const { number, percent, ago } = useFormat();
  const { figures, cells } = item;
  const [ask, alone] = useLazyQuery(ifAloneQuery, { fetchPolicy: 'network-only' });
  const load = () => void ask({ variables: { id: item.id } });
  return (
    <Card title={say('content.cameOfIt')} aside={<span>{say('content.used', { count: figures.used })}</span>}>
      <p className={styles.sub}>{say('content.rule', { days: figures.windowDays })}</p>
      {cells.length === 0 && <CardNote>{say('content.noCells')}</CardNote>}
      {cells.map((cell) => {
        const { rate, low, high, tried, worked, used, opened } = cell.figures;
        return (
          <div key={`${cell.stage} ${cell.department}`} className={styles.cell}>
            <header>
              <StagePill stage={cell.stage} />
              <DepartmentBadge department={cell.department} small />
              {cell.stopped && <Pill tone="bad">{say('content.stopped')}</Pill>}
              <span className={styles.sub}>
                {cell.serve === null
                  ? say('content.notServed')
                  : say('content.served', { share: percent(cell.serve) })}
              </span>
            </header>
            {rate !== null && low !== null && high !== null && (
              <div className={styles.track} aria-hidden>
                <span
                  className={styles.span}
                  style={{ insetInlineStart: part(low), inlineSize: part(high - low) }}
                />
                <span className={styles.point} style={{ insetInlineStart: part(rate) }} />
              </div>
            )}
            <p className={styles.sub}>
              {[
                say('content.used', { count: used }),
                used > 0 && say('content.opened', { share: percent(opened / used), opened: number(opened) }),
                rate !== null && low !== null && high !== null
                  ? say('content.worked', {
                      worked: number(worked),
                      tried: number(tried),
                      low: percent(low),
                      high: percent(high),
                    })
                  : say('content.untried'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        );
      })}
      {cells[0] && (
        <p className={styles.sub}>
          {say('content.reckoned', { when: ago(cells[0].reckonedAt), settings: cells[0].settings })}
        </p>
      )}
      {cells.length > 0 && (
        <Fold label={say('content.ifAlone')} onOpen={load}>
          {alone.loading && <Bone height={24} />}
          {alone.error && <Broken onRetry={load} />}
          {alone.data?.contentItem?.cells.map(({ stage, department, ifAlone }) => (
            <p key={`${stage} ${department}`} className={styles.cell}>
              <span>
                <StagePill stage={stage} /> <DepartmentBadge department={department} small />
              </span>
              {ifAlone.refused !== null || ifAlone.snips === null ? (
                <span className={styles.sub}>
                  {say('content.refused', {
                    n: number(ifAlone.n),
                    effective: ifAlone.effective === null ? '—' : number(Math.round(ifAlone.effective)),
                  })}
                </span>
              ) : (
                <span className={styles.sub}>
                  {say('content.wouldWork', {
                    share: percent(ifAlone.snips),
                    low: percent(Math.max(0, ifAlone.low ?? 0)),
                    high: percent(Math.min(1, ifAlone.high ?? 1)),
                    effective: number(Math.round(ifAlone.effective ?? 0)),
                  })}
                </span>
              )}
            </p>
          ))}
        </Fold>
      )}
    </Card>
  );
}
