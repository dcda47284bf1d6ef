import { useApolloClient } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { WordOptions } from '#ui/form/options.tsx';
import type { Chosen } from './review-writer.tsx';
import { sayHeardOf, takeBackHeardOf } from './word-of-mouth.documents.ts';
import styles from './word-of-mouth.module.css';
import { heardWayWords } from './words.ts';

type Way = keyof typeof heardWayWords;
const ways = Object.keys(heardWayWords) as Way[];

/** "How did you hear of us?", asked once: a way, their own words, and who recommended us when they name somebody. */
export function AskHeardOf({
  customerId,
  pick,
}: {
  customerId: string;
  pick: (onPick: (chosen: Chosen) => void, without: string) => ReactNode;
}) {
  const say = useWords();
  const client = useApolloClient();
  const [way, setWay] = useState<Way | ''>('');
  const [words, setWords] = useState('');
  const [by, setBy] = useState<Chosen | null>(null);
  const keep = async () => {
    if (!way) return;
    try {
      const { data } = await client.mutate({
        mutation: sayHeardOf,
        variables: {
          input: { customerId, way, words: words.trim() || null, referrerId: by?.id ?? null },
        },
      });
      const answer = data?.sayHeardOf;
      if (answer?.__typename === 'Refusal') return void sayFailed(refusalText(answer, say));
      offerUndo(say('voice.heardKept'), async () => {
        await client.mutate({ mutation: takeBackHeardOf, variables: { customerId } });
      });
    } catch {
      sayFailed(say('voice.failed'), () => void keep());
    }
  };
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Choice label={say('voice.heardAsk')} value={way} onChoose={(value) => setWay(value as Way)}>
        <option value="">{say('voice.heardNotAsked')}</option>
        <WordOptions words={heardWayWords} values={ways} />
      </Choice>
      {way && way !== 'UNKNOWN' && (
        <Field
          label={say('voice.heardWords')}
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {way === 'RECOMMENDATION' &&
        (by ? (
          <p className={styles.by}>
            {say('voice.recommendedBy')} <b>{by.name}</b>
            <Button tone="quiet" onClick={() => setBy(null)}>
              {say('voice.notThem')}
            </Button>
          </p>
        ) : (
          pick(setBy, customerId)
        ))}
      {way && (
        <Button type="submit" tone="primary">
          {say('voice.keep')}
        </Button>
      )}
    </form>
  );
}
