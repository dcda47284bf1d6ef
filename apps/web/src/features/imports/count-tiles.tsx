import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './count-tiles.module.css';
import { outcomeWords } from './outcome-words.ts';
import { type Counts, countOf, type RowOutcome } from './types.ts';

const kinds = Object.keys(outcomeWords) as RowOutcome[];

/** Kinds that are told also when there are none. */
const alwaysTold: readonly RowOutcome[] = ['CREATED', 'UPDATED', 'REJECTED'];

/** What the rows come to: the sentence says that none is missing, the tiles say what each kind does, and bring its rows where they can be looked at. */
export function CountTiles({
  counts,
  done,
  chosen = null,
  onChoose,
}: {
  counts: Counts;
  done: boolean;
  chosen?: RowOutcome | null;
  /** Asks for the rows of one kind, or for all again. */
  onChoose?: (outcome: RowOutcome | null) => void;
}) {
  const say = useWords();
  const { number } = useFormat();
  const tiles = kinds.filter((kind) => countOf(counts, kind) > 0 || alwaysTold.includes(kind));
  const toneOf = (kind: RowOutcome) => (countOf(counts, kind) > 0 ? outcomeWords[kind].tone : 'none');
  return (
    <div>
      <p className={styles.sum}>
        {say(done ? 'imports.sumDone' : 'imports.sum', {
          rows: counts.rows,
          accepted: counts.accepted,
          rejected: counts.rejected,
        })}
      </p>
      {onChoose ? (
        <ul className={styles.tiles} aria-label={say('imports.rowsByKind')}>
          {tiles.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className={styles.tile}
                data-tone={toneOf(kind)}
                disabled={countOf(counts, kind) === 0}
                aria-pressed={chosen === kind}
                onClick={() => onChoose(chosen === kind ? null : kind)}
              >
                <b>{number(countOf(counts, kind))}</b>
                <span>{say(outcomeWords[kind].several)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <dl className={styles.tiles}>
          {tiles.map((kind) => (
            <div key={kind} className={styles.tile} data-tone={toneOf(kind)}>
              <dt>{say(outcomeWords[kind].several)}</dt>
              <dd>{number(countOf(counts, kind))}</dd>
            </div>
          ))}
        </dl>
      )}
      {onChoose && <p className={styles.hint}>{say('imports.rowsByKindHint')}</p>}
    </div>
  );
}
