import { useQuery } from '@apollo/client/react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { endingQuery } from './desk.documents.ts';
import styles from './ending.module.css';

/** What the customer would remember of a ticket if it ended well now, beside what they would without; asked only when it is to be solved. */
export function EndingMemory({ ticketId, customerId }: { ticketId: string; customerId: string }) {
  const say = useWords();
  const { number } = useFormat();
  const { data, error, refetch } = useQuery(endingQuery, {
    variables: { id: customerId },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <Broken onRetry={() => void refetch()} />;
  if (!data) return <Bone height={20} />;
  const lived = data.customer?.experience?.interactions.find(
    ({ subjectType, subjectId }) => subjectType === 'Ticket' && subjectId === ticketId,
  );
  const after = lived?.ifItEnded?.remembered ?? null;
  if (!lived || after === null) return <p className={styles.memory}>{say('support.endMemoryNone')}</p>;
  const { remembered: before, knownMoments: known, momentCount: count, settings } = lived;
  const whole = (value: number) => number(Math.round(value));
  return (
    <p className={styles.memory}>
      <b>
        {before === null
          ? say('support.endMemoryFirst', { after: whole(after) })
          : say(after > before ? 'support.endMemory' : 'support.endMemoryKeeps', {
              after: whole(after),
              before: whole(before),
            })}
      </b>{' '}
      {say('support.endMemoryFrom', { known, count, settings })}
    </p>
  );
}
