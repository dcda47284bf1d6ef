import { useMutation } from '@apollo/client/react';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogForm, DialogRow } from '#ui/dialog/dialog-form.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { TextArea } from '#ui/form/text-area.tsx';
import styles from './new-review.module.css';
import type { Chosen } from './review-writer.tsx';
import { writeDownReview } from './reviews.documents.ts';

const scales = [5, 10, 100] as const;

/** "Somebody said…": what no system tells of is written down here. Sent twice, it is written once. */
export function NewReview({
  pick,
  onClose,
  onWritten,
}: {
  pick: (onPick: (chosen: Chosen) => void, without: string) => ReactNode;
  onClose: () => void;
  onWritten: (id: string) => void;
}) {
  const say = useWords();
  const key = useRef(crypto.randomUUID());
  const [who, setWho] = useState<Chosen | null>(null);
  const [said, setSaid] = useState({
    site: '',
    authorName: '',
    productName: '',
    rating: '',
    ratingOutOf: '5',
    text: '',
    url: '',
    day: '',
  });
  const [wrong, setWrong] = useState<{ field: string | null; text: string } | null>(null);
  const [write, { loading }] = useMutation(writeDownReview);
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const of = (field: string) => (wrong?.field === field ? wrong.text : null);
  const given = (text: string) => text.trim() || null;

  const submit = async () => {
    setWrong(null);
    const rating = said.rating.trim() === '' ? null : Number(said.rating.replace(',', '.'));
    try {
      const { data } = await write({
        variables: {
          input: {
            key: key.current,
            form: rating === null ? 'mention' : 'review',
            site: given(said.site),
            customerId: who?.id ?? null,
            authorName: given(said.authorName),
            productName: given(said.productName),
            rating,
            ratingOutOf: rating === null ? null : Number(said.ratingOutOf),
            text: given(said.text),
            url: given(said.url),
            at: said.day ? new Date(`${said.day}T12:00:00`).toISOString() : null,
          },
        },
      });
      const answer = data?.writeDownReview;
      if (answer?.__typename === 'Review') onWritten(answer.id);
      else if (answer) setWrong({ field: answer.field ?? null, text: refusalText(answer, say) });
    } catch {
      setWrong({ field: null, text: say('voice.failed') });
    }
  };
  const known = ['text', 'rating', 'url', 'at'];
  return (
    <Dialog label={say('voice.somebodySaid')} onClose={onClose}>
      <DialogHead title={say('voice.somebodySaid')} onClose={onClose} />
      <DialogForm
        keep={say('voice.keep')}
        ready={Boolean(said.text.trim() || said.rating.trim())}
        busy={loading}
        wrong={wrong && !known.includes(wrong.field ?? '') ? wrong.text : null}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <TextArea
          label={say('voice.whatWasSaid')}
          first
          rows={4}
          value={said.text}
          wrong={of('text')}
          onChange={(event) => set({ text: event.target.value })}
        />
        <DialogRow>
          <Field
            label={say('voice.where')}
            hint={say('voice.whereHint')}
            value={said.site}
            maxLength={200}
            onChange={(event) => set({ site: event.target.value })}
          />
          <Field
            label={say('voice.product')}
            value={said.productName}
            maxLength={300}
            onChange={(event) => set({ productName: event.target.value })}
          />
        </DialogRow>
        <DialogRow>
          <Field
            label={say('voice.rating')}
            inputMode="decimal"
            value={said.rating}
            wrong={of('rating')}
            onChange={(event) => set({ rating: event.target.value.replace(/[^\d.,]/g, '') })}
          />
          <Choice
            label={say('voice.scale')}
            value={said.ratingOutOf}
            onChoose={(ratingOutOf) => set({ ratingOutOf })}
          >
            {scales.map((scale) => (
              <option key={scale} value={scale}>
                {say('voice.outOf', { scale })}
              </option>
            ))}
          </Choice>
          <Field
            label={say('voice.when')}
            type="date"
            value={said.day}
            wrong={of('at')}
            onChange={(event) => set({ day: event.target.value })}
          />
        </DialogRow>
        <Field
          label={say('voice.linkThere')}
          type="url"
          placeholder="https://"
          value={said.url}
          wrong={of('url')}
          onChange={(event) => set({ url: event.target.value })}
        />
        <DialogRow>
          <Field
            label={say('voice.author')}
            hint={say('voice.authorHint')}
            value={said.authorName}
            maxLength={200}
            onChange={(event) => set({ authorName: event.target.value })}
          />
          <div>
            {who ? (
              <p className={styles.who}>
                {say('voice.customer')}: <b>{who.name}</b>
                <Button tone="quiet" onClick={() => setWho(null)}>
                  {say('voice.notThem')}
                </Button>
              </p>
            ) : (
              pick(setWho, '')
            )}
          </div>
        </DialogRow>
      </DialogForm>
    </Dialog>
  );
}
