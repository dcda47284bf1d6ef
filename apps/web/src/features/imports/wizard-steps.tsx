import { Check } from 'lucide-react';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { type Step, steps } from './steps.ts';
import styles from './wizard-steps.module.css';

const words: Record<Step, MessageId> = {
  file: 'imports.stepFile',
  columns: 'imports.stepColumns',
  check: 'imports.stepCheck',
  run: 'imports.stepRun',
};

/** Where one is in the wizard. Steps that can be gone back to are buttons. */
export function WizardSteps({
  now,
  done = false,
  onStep,
}: {
  now: Step;
  /** Whether the last step has come to its end. */
  done?: boolean;
  onStep?: (step: Step) => void;
}) {
  const say = useWords();
  const at = steps.indexOf(now);
  return (
    <ol className={styles.steps} aria-label={say('imports.steps')}>
      {steps.map((step, index) => {
        const past = index < at || (done && index === at);
        const inside = (
          <>
            <span className={styles.number} aria-hidden>
              {past ? <Check size={14} /> : index + 1}
            </span>
            <span className={styles.word}>{say(words[step])}</span>
            {past && <span className="unseen">{say('imports.stepDone')}</span>}
          </>
        );
        return (
          <li key={step} aria-current={index === at ? 'step' : undefined} data-past={past || undefined}>
            {past && onStep && step === 'columns' && index !== at ? (
              <button type="button" onClick={() => onStep(step)}>
                {inside}
              </button>
            ) : (
              <span>{inside}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
