import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import styles from './count-tiles.module.css';
import type { Counts } from './types.ts';

const kinds = [
  ['created', 'imports.created', 'good'],
  ['updated', 'imports.updated', 'plain'],
  ['linked', 'imports.linked', 'plain'],
  ['unsure', 'imports.unsure', 'warn'],
  ['unchanged', 'imports.unchanged', 'plain'],
  ['skipped', 'imports.skipped', 'plain'],
  ['rejected', 'imports.rejected', 'bad'],
] as const satisfies readonly (readonly [keyof Counts, MessageId, string])[];

/** What the rows come to: the sentence says that none is missing, the tiles say what each kind does. */
export function CountTiles({ counts, done }: { counts: Counts; done: boolean }) {
  const say = useWords();
  const { number } = useFormat();
  return (
    <div>
      <p className={styles.sum}>
        {say(done ? 'imports.sumDone' : 'imports.sum', {
          rows: counts.rows,
          accepted: counts.accepted,
          rejected: counts.rejected,
        })}
      </p>
      <dl className={styles.tiles}>
        {kinds
          .filter(
            ([kind]) => counts[kind] > 0 || kind === 'created' || kind === 'updated' || kind === 'rejected',
          )
          .map(([kind, label, tone]) => (
            <div key={kind} data-tone={counts[kind] > 0 ? tone : 'none'}>
              <dt>{say(label)}</dt>
              <dd>{number(counts[kind])}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
