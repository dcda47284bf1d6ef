import { RotateCcw } from 'lucide-react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import type { DeadLetterShown } from './channels.documents.ts';
import styles from './channels.module.css';

/** What we wrote that could not be delivered, with the reason, and the way to try it once more. */
export function DeadLetters({
  letters,
  onSendAgain,
}: {
  letters: readonly DeadLetterShown[];
  onSendAgain: (letter: DeadLetterShown) => void;
}) {
  const say = useWords();
  const { ago } = useFormat();
  return (
    <Card title={say('channels.dead')}>
      {letters.length === 0 && <CardNote>{say('channels.noDead')}</CardNote>}
      <ul className={styles.dead}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <p>
              <b>{letter.toName ?? letter.toAddress}</b>
              <small>
                {[
                  letter.subject,
                  letter.channel,
                  letter.toName ? letter.toAddress : null,
                  ago(letter.createdAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              <span className={styles.wrong}>{letter.trouble}</span>
            </p>
            {may('Mutation.sendLetterAgain') && (
              <Button icon={<RotateCcw size={14} aria-hidden />} onClick={() => onSendAgain(letter)}>
                {say('channels.sendAgain')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
