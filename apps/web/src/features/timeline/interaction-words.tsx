import { useQuery } from '@apollo/client/react';
import { useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Bone } from '#ui/state/bones.tsx';
import styles from './timeline.module.css';
import { interactionQuery } from './timeline.query.ts';

const directions = { inbound: 'timeline.inbound', outbound: 'timeline.outbound' } as const;

/** What was said or written in a call, a mail or a meeting that somebody logged, and how long it took. */
export function InteractionWords({ entryId }: { entryId: string }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(interactionQuery, { variables: { id: entryId } });
  if (error) return <Broken onRetry={() => void refetch()} />;
  if (!data) return <Bone height={48} />;
  const subject = data.node?.__typename === 'TimelineEntry' ? data.node.subject : null;
  const interaction = subject?.__typename === 'Interaction' ? subject : null;
  const direction = directions[interaction?.direction as keyof typeof directions];
  const seconds = interaction?.durationSeconds ?? 0;
  const minutes = Math.round(seconds / 60);
  const facts = [
    direction && say(direction),
    seconds > 0 && (minutes > 0 ? say('timeline.minutes', { count: minutes }) : say('timeline.underMinute')),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      {interaction?.body ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long words are scrolled with the keyboard, too.
        <section className={styles.body} tabIndex={0} aria-label={say('timeline.words')}>
          {interaction.body}
        </section>
      ) : (
        <p className={styles.facts}>{say('timeline.noWords')}</p>
      )}
    </>
  );
}
