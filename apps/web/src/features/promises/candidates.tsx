import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import type { Keepable } from './promises.documents.ts';
import styles from './promises.module.css';
import { spanText } from './words.ts';

const place = (part: number): string => `${Math.round(part * 1000) / 10}%`;

/** Every time that was weighed, with its interval against the line that must be reached. */
export function Candidates({ keepable }: { keepable: Keepable }) {
  const say = useWords();
  const { percent, number } = useFormat();
  return (
    <ol className={styles.candidates}>
      {keepable.candidates.map(({ minutes, share, isKeepable }) => (
        <li
          key={minutes}
          className={styles.candidate}
          data-first={minutes === keepable.shortest?.minutes || undefined}
        >
          <span>{spanText(minutes, say)}</span>
          <span className={styles.track} aria-hidden>
            {share.lo !== null && share.hi !== null && share.p !== null && (
              <>
                <span
                  className={styles.span}
                  data-keeps={isKeepable || undefined}
                  style={{ insetInlineStart: place(share.lo), inlineSize: place(share.hi - share.lo) }}
                />
                <span className={styles.point} style={{ insetInlineStart: place(share.p) }} />
              </>
            )}
            <span className={styles.needed} style={{ insetInlineStart: place(keepable.needed) }} />
          </span>
          <span>
            {share.p === null || share.lo === null
              ? say('ui.unknown')
              : say('promises.candidate', {
                  share: percent(share.p),
                  least: percent(share.lo),
                  n: number(share.n),
                })}
          </span>
        </li>
      ))}
    </ol>
  );
}
