import { useWords } from '#lib/intl/words.ts';
import styles from './ending.module.css';
import { EndingMemory } from './ending-memory.tsx';
import { endingWords } from './words.ts';

const steps = ['CONFIRMED', 'THANKED', 'NEXT_STEP'] as const;
type Step = (typeof steps)[number];

/** Before a ticket is solved: what the customer will remember of an end like this, and what ends it well. */
export function Ending({
  ticketId,
  customerId,
  steps: done,
  onChange,
}: {
  ticketId: string;
  customerId: string | null;
  steps: readonly Step[];
  onChange: (steps: Step[]) => void;
}) {
  const say = useWords();
  return (
    <fieldset className={styles.ending}>
      <legend>{say('support.endWell')}</legend>
      {steps.map((step) => (
        <label key={step}>
          <input
            type="checkbox"
            checked={done.includes(step)}
            onChange={(event) =>
              onChange(event.target.checked ? [...done, step] : done.filter((one) => one !== step))
            }
          />
          {say(endingWords[step])}
        </label>
      ))}
      {customerId && <EndingMemory ticketId={ticketId} customerId={customerId} />}
    </fieldset>
  );
}
