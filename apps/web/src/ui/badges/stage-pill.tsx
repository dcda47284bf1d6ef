import type { Stage } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import styles from './stage-pill.module.css';

/** A stage of the journey in a small frame. */
export function StagePill({ stage }: { stage: Stage }) {
  const say = useWords();
  return (
    <span className={styles.pill} data-stage={stage}>
      {say(stageWords[stage])}
    </span>
  );
}
