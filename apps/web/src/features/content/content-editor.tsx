import { useApolloClient } from '@apollo/client/react';
import { useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sayDone } from '#lib/undo/toasts.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { WordOptions } from '#ui/form/options.tsx';
import { createContent, editContent, libraryQuery } from './content.documents.ts';
import styles from './content.module.css';
import { type Draft, draftOf, emptyWords, inputOf, type Words } from './draft.ts';
import { uploadContentFile } from './upload-file.ts';
import {
  type ContentKind,
  type ContentPurpose,
  houseLanguages,
  kinds,
  kindWords,
  languageName,
  purposes,
  purposeWords,
  type WholeContent,
} from './words.ts';

/** Writes a piece of content, language by language; what is published stays as it is until the next version is approved. */
export function ContentEditor({
  item,
  onClose,
  onKept,
}: {
  /** The one to go on with; nothing for a new one. */
  item?: WholeContent;
  onClose: () => void;
  onKept: (id: string) => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const client = useApolloClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(item));
  const known = Object.keys(draft.words);
  const [language, setLanguage] = useState(known.includes(locale) ? locale : (known[0] ?? 'en'));
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ field: string | null; text: string } | null>(null);
  const words = draft.words[language] ?? emptyWords;
  const write = (part: Partial<Words>) =>
    setDraft({ ...draft, words: { ...draft.words, [language]: { ...words, ...part } } });
  const about = (field: string) => (wrong?.field === field ? wrong.text : null);
  const all = [...new Set([...houseLanguages, ...known])];

  const keep = async () => {
    setBusy(true);
    setWrong(null);
    const input = inputOf(draft);
    try {
      const refetch = { refetchQueries: [libraryQuery] };
      const answer = item
        ? (await client.mutate({ mutation: editContent, variables: { id: item.id, input }, ...refetch })).data
            ?.editContent
        : (await client.mutate({ mutation: createContent, variables: { input }, ...refetch })).data
            ?.createContent;
      if (answer?.__typename === 'ContentItem') {
        sayDone(say('content.kept'));
        onKept(answer.id);
        return;
      }
      setWrong({
        field: answer?.field ?? null,
        text: answer ? refusalText(answer, say) : say('content.failed'),
      });
    } catch {
      setWrong({ field: null, text: say('content.failed') });
    } finally {
      setBusy(false);
    }
  };

  const title = say(item ? 'content.edit' : 'content.new');
  return (
    <Dialog label={title} onClose={onClose} size="large">
      <DialogHead title={title} onClose={onClose} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        {item?.status === 'PUBLISHED' && (
          <p className={styles.sub}>{say('content.nextVersion', { version: item.version + 1 })}</p>
        )}
        <div className={styles.three}>
          <Choice
            label={say('content.type')}
            value={draft.kind}
            onChoose={(value) => setDraft({ ...draft, kind: value as ContentKind })}
          >
            <WordOptions words={kindWords} values={kinds} />
          </Choice>
          <Choice
            label={say('content.purposeOf')}
            value={draft.purpose}
            onChoose={(value) => setDraft({ ...draft, purpose: value as ContentPurpose })}
          >
            <WordOptions words={purposeWords} values={purposes} />
          </Choice>
        </div>
        <fieldset className={styles.group}>
          <legend>{say('content.languages')}</legend>
          <div className={styles.tabs} role="tablist" aria-label={say('content.languages')}>
            {all.map((code) => (
              <button
                key={code}
                type="button"
                role="tab"
                aria-selected={code === language}
                data-missing={!draft.words[code]?.title || undefined}
                onClick={() => setLanguage(code)}
              >
                {languageName(code, locale)}
                {!draft.words[code]?.title && ' +'}
              </button>
            ))}
          </div>
          <Translation
            key={language}
            words={words}
            language={language}
            write={write}
            wrongTitle={about('title') ?? about('translations') ?? about('body')}
            wrongLink={about('link')}
          />
        </fieldset>
        <div className={styles.two}>
          <Field
            label={say('content.product')}
            hint={say('content.productHint')}
            value={draft.product}
            wrong={about('product')}
            maxLength={200}
            onChange={(event) => setDraft({ ...draft, product: event.target.value })}
          />
          <Field
            label={say('content.tags')}
            hint={say('content.tagsHint')}
            value={draft.tags}
            wrong={about('tags')}
            onChange={(event) => setDraft({ ...draft, tags: event.target.value })}
          />
          <Field
            type="date"
            label={say('content.validFrom')}
            value={draft.validFrom}
            wrong={about('validFrom')}
            onChange={(event) => setDraft({ ...draft, validFrom: event.target.value })}
          />
          <Field
            type="date"
            label={say('content.validUntil')}
            value={draft.validUntil}
            wrong={about('validUntil')}
            onChange={(event) => setDraft({ ...draft, validUntil: event.target.value })}
          />
        </div>
        <label className={styles.area}>
          {say('content.claims')}
          <textarea
            rows={3}
            value={draft.claims}
            onChange={(event) => setDraft({ ...draft, claims: event.target.value })}
          />
          <small>{say('content.claimsHint')}</small>
        </label>
        {wrong &&
          !['title', 'link', 'product', 'tags', 'validFrom', 'validUntil', 'translations', 'body'].includes(
            wrong.field ?? '',
          ) && (
            <p className={styles.wrong} role="alert">
              {wrong.text}
            </p>
          )}
        <div className={styles.foot}>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy} aria-busy={busy}>
            {say('content.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** One language: a title, and words, a link or a file. */
function Translation({
  words,
  language,
  write,
  wrongTitle,
  wrongLink,
}: {
  words: Words;
  language: string;
  write: (part: Partial<Words>) => void;
  wrongTitle: string | null;
  wrongLink: string | null;
}) {
  const say = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const id = useId();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    setRefused(null);
    try {
      const taken = await uploadContentFile(file);
      if ('refused' in taken) setRefused(say('content.fileRefused'));
      else write({ fileId: taken.id, fileName: taken.name });
    } catch {
      setRefused(say('content.failed'));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Field
        first
        label={say('content.title')}
        lang={language}
        value={words.title}
        wrong={wrongTitle}
        maxLength={200}
        onChange={(event) => write({ title: event.target.value })}
      />
      <label className={styles.area}>
        {say('content.words')}
        <textarea
          lang={language}
          rows={7}
          value={words.body}
          maxLength={50_000}
          onChange={(event) => write({ body: event.target.value })}
        />
        <small>{say('content.wordsHint')}</small>
      </label>
      <Field
        type="url"
        label={say('content.link')}
        value={words.link}
        wrong={wrongLink}
        placeholder="https://"
        onChange={(event) => write({ link: event.target.value })}
      />
      <div className={styles.file}>
        <input
          ref={picker}
          id={id}
          type="file"
          hidden
          accept=".pdf,.png,.jpg,.jpeg,.docx,.pptx,.xlsx"
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <Button onClick={() => picker.current?.click()} disabled={sending} aria-busy={sending}>
          {say(words.fileId ? 'content.otherFile' : 'content.addFile')}
        </Button>
        {words.fileName && <span>{words.fileName}</span>}
        {words.fileId && (
          <Button tone="quiet" onClick={() => write({ fileId: null, fileName: null })}>
            {say('content.removeFile')}
          </Button>
        )}
        {refused ? (
          <span className={styles.wrong} role="alert">
            {refused}
          </span>
        ) : (
          !words.fileId && <span>{say('content.fileHint')}</span>
        )}
      </div>
    </>
  );
}
