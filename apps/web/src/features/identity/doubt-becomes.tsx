import { useEffect, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Bone } from '#ui/state/bones.tsx';
import styles from './doubt-becomes.module.css';
import { MergeResult } from './merge-result.tsx';
import type { Doubt } from './use-doubts.ts';
import { type Preview, useMerge } from './use-merge.ts';

/** Whoever goes through the queue by keyboard is not asked for each case in passing. */
const pause = 180;

/** What a case would become, field by field: the server's dry run of joining the two. */
export function DoubtBecomes({ doubt }: { doubt: Doubt }) {
  const say = useWords();
  const { preview } = useMerge();
  const [seen, setSeen] = useState<Preview | string | null>(null);
  const [survivor, other] = [doubt.candidate, doubt.customer];

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only when the two are others.
  useEffect(() => {
    let current = true;
    setSeen(null);
    const waits = setTimeout(
      () => void preview(survivor.id, other.id).then((answer) => current && setSeen(answer)),
      pause,
    );
    return () => {
      current = false;
      clearTimeout(waits);
    };
  }, [survivor.id, other.id]);

  return (
    <section className={styles.becomes} aria-label={say('identity.becomesTitle')}>
      <h2>{say('identity.becomesTitle')}</h2>
      {seen === null && <Bone height={150} />}
      {typeof seen === 'string' && <p role="alert">{seen}</p>}
      {seen && typeof seen !== 'string' && (
        <MergeResult seen={seen} survivor={survivor.displayName} other={other.displayName} />
      )}
    </section>
  );
}
