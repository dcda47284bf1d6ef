import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { WordOptions } from '#ui/form/options.tsx';
import styles from './promises.module.css';
import type { PromiseActs } from './use-promises.ts';
import { kindWords, type PromiseKind } from './words.ts';

const kinds = Object.keys(kindWords) as PromiseKind[];

/** Tomorrow at five, in the way in which a field for date and time wants it. */
function tomorrow(): string {
  const at = new Date(Date.now() + 86_400_000);
  at.setHours(17, 0, 0, 0);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Where a promise is written down: what, of which kind, by when. */
export function NewPromise({ customerId, acts }: { customerId: string; acts: PromiseActs }) {
  const say = useWords();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<PromiseKind>('CALL_BACK');
  const [due, setDue] = useState(tomorrow);
  const send = async () => {
    const text = words.trim();
    if (!text || !due) return;
    const wish = { words: text, kind, dueAt: new Date(due).toISOString(), channel: null };
    if (await acts.make(customerId, wish)) setWords('');
  };
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input
        value={words}
        placeholder={say('promises.write')}
        aria-label={say('promises.write')}
        maxLength={500}
        onChange={(event) => setWords(event.target.value)}
      />
      {words && (
        <div className={styles.more}>
          <select
            value={kind}
            aria-label={say('promises.what')}
            onChange={(event) => setKind(event.target.value as PromiseKind)}
          >
            <WordOptions words={kindWords} values={kinds} />
          </select>
          <input
            type="datetime-local"
            value={due}
            required
            aria-label={say('promises.byWhen')}
            onChange={(event) => setDue(event.target.value)}
          />
          <Button type="submit" tone="primary">
            {say('promises.add')}
          </Button>
        </div>
      )}
    </form>
  );
}
