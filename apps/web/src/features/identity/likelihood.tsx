import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './likelihood.module.css';

/** From here on the engine joins by itself; a link below it is weak. */
export const strongFrom = 0.99;

/** Writes how likely something is. Nothing here is ever certain, so it is never written as nothing or all. */
export function useLikelihood(): (part: number) => string {
  const say = useWords();
  const { percent } = useFormat();
  return (part) => {
    if (part >= 0.9995) return say('identity.above', { percent: percent(0.999) });
    if (part < 0.0005) return say('identity.below', { percent: percent(0.001) });
    return percent(part);
  };
}

/** How likely two are one person, as a bar with its number; a case that was decided by rule says so. */
export function Likelihood({ part }: { part: number | null }) {
  const say = useWords();
  const write = useLikelihood();
  if (part === null) return <span className={styles.rule}>{say('identity.byRule')}</span>;
  return (
    <span className={styles.likelihood} title={say('identity.likely')}>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ inlineSize: `${part * 100}%` }} />
      </span>
      <span className="unseen">{say('identity.likely')}: </span>
      {write(part)}
    </span>
  );
}
