import { Copy, ExternalLink, Lock, Reply } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Button } from '#ui/button/button.tsx';
import { draftKey, drafts, emptyDraft, keepDraft } from './drafts.ts';
import styles from './review-work.module.css';
import type { ReviewWork } from './reviews.documents.ts';
import type { ReviewActs } from './use-reviews.ts';

/** What one writes: for everybody who reads the review, or among ourselves. */
export type Mode = 'answer' | 'note';

/**
 * Where an answer is written, or a note. Where no channel of ours reaches the place, the words are copied, given there, and kept here with the
 * link: the button says which of the two it does.
 */
export function ReviewComposer({
  review,
  mode,
  field,
  acts,
  onMode,
  onAnswered,
}: {
  review: ReviewWork;
  mode: Mode;
  field: RefObject<HTMLTextAreaElement | null>;
  acts: ReviewActs;
  onMode: (mode: Mode) => void;
  onAnswered: () => void;
}) {
  const say = useWords();
  const key = draftKey(review.id, mode);
  const draft = useStore(drafts)[key] ?? emptyDraft;
  const [busy, setBusy] = useState(false);
  const isAnswer = mode === 'answer';
  const byHand = isAnswer && review.answersBy === null;
  const isDone = review.case?.status === 'ANSWERED';
  const words = draft.words.trim();
  const cannot = busy || words === '' || (isAnswer && isDone);

  const send = async () => {
    if (cannot) return;
    setBusy(true);
    const sent = isAnswer
      ? await acts.answer(
          { id: review.id, words, ...(byHand && draft.url.trim() ? { url: draft.url.trim() } : {}) },
          () => keepDraft(key, draft),
        )
      : await acts.note(review.id, words);
    setBusy(false);
    if (!sent) return;
    keepDraft(key, emptyDraft);
    if (isAnswer) onAnswered();
  };
  const copy = () =>
    void navigator.clipboard.writeText(words).then(
      () => sayDone(say('voice.copied')),
      () => sayFailed(say('voice.notCopied')),
    );

  return (
    <section className={styles.composer} data-mode={mode} aria-label={say('voice.write')}>
      <div className={styles.tabs}>
        <button type="button" aria-pressed={isAnswer} onClick={() => onMode('answer')}>
          <Reply size={15} aria-hidden />
          {say('voice.answer')}
          <KeyHint keys="r" />
        </button>
        <button type="button" aria-pressed={!isAnswer} onClick={() => onMode('note')}>
          <Lock size={15} aria-hidden />
          {say('voice.note')}
          <KeyHint keys="n" />
        </button>
        <span className={styles.audience}>
          {isAnswer
            ? review.answersBy
              ? say('voice.answersBy', { channel: review.answersBy })
              : say('voice.answersByHand')
            : say('voice.onlyUs')}
        </span>
      </div>
      <form
        className={styles.writing}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <textarea
          ref={field}
          rows={3}
          aria-label={say(isAnswer ? 'voice.answerWords' : 'voice.noteWords')}
          placeholder={say(
            isAnswer ? (isDone ? 'voice.isAnswered' : 'voice.answerWords') : 'voice.noteWords',
          )}
          value={draft.words}
          disabled={isAnswer && isDone}
          lang={isAnswer ? (review.language ?? undefined) : undefined}
          onChange={(event) => keepDraft(key, { ...draft, words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
              event.preventDefault();
              void send();
            }
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        {byHand && !isDone && (
          <label className={styles.link}>
            {say('voice.answerLink')}
            <input
              type="url"
              inputMode="url"
              placeholder="https://"
              value={draft.url}
              onChange={(event) => keepDraft(key, { ...draft, url: event.target.value })}
            />
          </label>
        )}
        <div className={styles.send}>
          {byHand && !isDone && (
            <>
              <Button
                tone="quiet"
                icon={<Copy size={15} aria-hidden />}
                disabled={words === ''}
                onClick={copy}
              >
                {say('voice.copy')}
              </Button>
              {review.url && (
                <a className={styles.there} href={review.url} target="_blank" rel="noreferrer noopener">
                  <ExternalLink size={15} aria-hidden />
                  {say('voice.openThere')}
                </a>
              )}
            </>
          )}
          <Button type="submit" tone="primary" disabled={cannot} keys="mod+enter">
            {say(isAnswer ? (byHand ? 'voice.answeredThere' : 'voice.sendAnswer') : 'voice.addNote')}
          </Button>
        </div>
      </form>
    </section>
  );
}
