import { may } from '#lib/viewer.ts';
import styles from './sources.module.css';
import { SourcesSetUp } from './sources-set-up.tsx';
import { Unread } from './unread.tsx';

/** Which systems tell us things, and what of it could not be read: to each what they may look after. */
export function SourcesSection() {
  const setsUp = may('Mutation.saveSource');
  return (
    <div className={styles.section}>
      {setsUp && <SourcesSetUp />}
      {may('Query.unreadableSignals') && <Unread alone={!setsUp} />}
    </div>
  );
}
