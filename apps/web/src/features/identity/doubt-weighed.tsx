import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Bone } from '#ui/state/bones.tsx';
import styles from './doubt-weighed.module.css';
import { doubtExplained } from './explanation.documents.ts';
import { useLikelihood } from './likelihood.tsx';
import { Waterfall } from './waterfall.tsx';

/** The open case, weighed: the steps in bits, what speaks against it, and who else it may be. */
export function DoubtWeighed({
  id,
  link,
}: {
  id: string;
  link: (customer: { id: string; displayName: string }) => ReactNode;
}) {
  const say = useWords();
  const likely = useLikelihood();
  const { data, error, refetch } = useQuery(doubtExplained, { variables: { id } });
  if (error) return <Broken onRetry={() => void refetch()} />;
  if (!data) return <Bone height={240} />;
  const doubt = data.node?.__typename === 'Doubt' ? data.node : null;
  if (!doubt?.explanation) return <p className={styles.note}>{say('identity.noExplanation')}</p>;
  const { alternative, explanation } = doubt;
  // Who was there first stands first, as beside each other above; an explanation begins with who came later.
  const lines = explanation.lines.map((line) => ({ ...line, left: line.right, right: line.left }));
  return (
    <>
      <Waterfall explanation={{ ...explanation, lines }} />
      {alternative && (
        <p className={styles.note}>
          {say('identity.alternative', { percent: likely(alternative.probability) })}{' '}
          {link(alternative.customer)}
        </p>
      )}
    </>
  );
}
