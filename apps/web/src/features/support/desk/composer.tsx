import { Lock, NotebookPen, Reply, Zap } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { useStore } from '#lib/store/store.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { WordOptions } from '#ui/form/options.tsx';
import styles from './composer.module.css';
import type { MacroShown, WorkTicket } from './desk.documents.ts';
import {
  type Draft,
  draftKey,
  drafts,
  emptyDraft,
  keepDraft,
  type Mode,
  mode,
  type Staged,
} from './drafts.ts';
import { Ending } from './ending.tsx';
import { addFiles, filesOf, pendingFiles } from './files.ts';
import { AttachButton, PendingFiles } from './pending-files.tsx';
import { PromiseChip } from './promise-chip.tsx';
import { isShut, WayChoice, WayLimits, wayOf } from './reply-way.tsx';
import { StagedChips } from './staged-chips.tsx';
import type { Sent } from './use-desk.ts';
import { chosenStatuses, statusWords } from './words.ts';

/** What a composer needs of its ticket. */
export interface ComposerProps {
  ticket: WorkTicket;
  /** The language the customer reads. */
  language: string | null;
  field: RefObject<HTMLTextAreaElement | null>;
  macros: readonly MacroShown[];
  onMacros: () => void;
  onMacro: (macro: MacroShown) => void;
  /** Colleagues who write in it now. */
  others: WorkTicket['presence'];
  onSend: (mode: Mode, draft: Draft, goOn: boolean) => Promise<Sent>;
  /** Solves it without writing to the customer. */
  onSolve: (draft: Draft) => void;
}

/**
 * Two composers that cannot be confused: each has its own field, draft, colour, icon, words on its button, and key. Which of them is
 * open is only ever changed by a person.
 */
export function Composer(props: ComposerProps) {
  const say = useWords();
  const shown = useStore(mode);
  const all = useStore(drafts);
  const draft = all[draftKey(props.ticket.id, 'reply')] ?? emptyDraft;
  return (
    <section className={styles.composer} data-mode={shown} aria-label={say('support.write')}>
      <div className={styles.tabs}>
        <button type="button" aria-pressed={shown === 'reply'} onClick={() => mode.set('reply')}>
          <Reply size={15} aria-hidden />
          {say('support.reply')}
          <KeyHint keys="r" />
        </button>
        <button type="button" aria-pressed={shown === 'note'} onClick={() => mode.set('note')}>
          <Lock size={15} aria-hidden />
          {say('support.note')}
          <KeyHint keys="n" />
        </button>
        {shown === 'reply' ? (
          <WayChoice
            ticket={props.ticket}
            way={wayOf(props.ticket, draft.via)}
            onChoose={(via) => keepDraft(props.ticket.id, 'reply', { ...draft, via })}
          />
        ) : (
          <span className={styles.audience}>{say('support.onlyUs')}</span>
        )}
      </div>
      <Writing key={draftKey(props.ticket.id, shown)} mode={shown} {...props} />
    </section>
  );
}

function Writing({
  ticket,
  mode: own,
  language,
  field,
  macros,
  onMacros,
  onMacro,
  others,
  onSend,
  onSolve,
}: ComposerProps & { mode: Mode }) {
  const say = useWords();
  const all = useStore(drafts);
  const draft = all[draftKey(ticket.id, own)] ?? emptyDraft;
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [anyway, setAnyway] = useState(false);
  const change = (part: Partial<Draft>) => keepDraft(ticket.id, own, { ...draft, ...part });
  const writer = own === 'reply' ? others.find(({ doing }) => doing === 'REPLYING') : undefined;
  const locked = writer !== undefined && !anyway;
  const isReply = own === 'reply';
  const way = isReply ? wayOf(ticket, draft.via) : undefined;
  const isTooLong = way?.charactersAtMost != null && draft.body.length > way.charactersAtMost;
  const files = filesOf(useStore(pendingFiles), ticket.id, own);
  const filesWait = files.some(({ id, wrong }) => !id && !wrong);
  const filesLost = isReply && files.length > 0 && way !== undefined && !way.takesFiles;
  const noWay = isReply && (!way || isShut(way) || isTooLong);
  // Nothing to say and to be solved: that is no letter.
  const silent =
    isReply &&
    draft.body.trim() === '' &&
    files.length === 0 &&
    !draft.promise &&
    draft.staged.status === 'SOLVED';
  const cannot = sending || draft.body.trim() === '' || locked || noWay || filesWait || filesLost;

  const send = async (goOn: boolean) => {
    if (silent && !locked) return onSolve(draft);
    if (cannot) return;
    setSending(true);
    setRefused(null);
    const sent = await onSend(own, draft, goOn);
    setSending(false);
    if (!sent.ok)
      setRefused(
        sent.code === 'CHANGED_MEANWHILE'
          ? say('support.changedMeanwhile')
          : refusalText({ code: sent.code, message: sent.message }, say),
      );
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere in it; the button beside does the same.
    <div
      className={styles.writing}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        addFiles(ticket.id, own, event.dataTransfer.files);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        addFiles(ticket.id, own, event.clipboardData.files);
      }}
    >
      {writer && (
        <p className={styles.lock} role="status">
          {say('support.isReplying', { name: writer.userName })}
          {locked && (
            <button
              type="button"
              onClick={() => {
                setAnyway(true);
                // The button goes with the click: whoever writes anyway writes on.
                field.current?.focus();
              }}
            >
              {say('support.writeAnyway')}
            </button>
          )}
        </p>
      )}
      {refused && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
      <textarea
        ref={field}
        rows={draft.body.length > 200 ? 8 : 4}
        lang={isReply && language ? language : undefined}
        spellCheck
        value={draft.body}
        aria-label={say(isReply ? 'support.replyField' : 'support.noteField', {
          name: ticket.customer?.displayName ?? '',
        })}
        placeholder={say(isReply ? 'support.replyField' : 'support.noteField', {
          name: ticket.customer?.displayName ?? '',
        })}
        onChange={(event) => change({ body: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            void send(!event.shiftKey);
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <PendingFiles ticketId={ticket.id} mode={own} />
      {(filesWait || filesLost) && (
        <p className={styles.limits} role="status" data-over={filesLost || undefined}>
          {say(filesLost ? 'support.filesNotThisWay' : 'support.filesWait')}
        </p>
      )}
      {way && <WayLimits way={way} body={draft.body} />}
      {isReply && <StagedChips staged={draft.staged} onChange={(staged) => change({ staged })} />}
      {isReply && draft.staged.status === 'SOLVED' && (
        <Ending
          ticketId={ticket.id}
          customerId={ticket.customer?.id ?? null}
          steps={draft.staged.ending ?? ticket.ending}
          onChange={(ending) => change({ staged: { ...draft.staged, ending } })}
        />
      )}
      <div className={styles.foot}>
        {(!isReply || way?.takesFiles) && <AttachButton ticketId={ticket.id} mode={own} />}
        {isReply && (
          <PromiseChip
            ticket={ticket}
            draft={draft}
            onChange={(promise) => {
              const { promise: _before, ...others } = draft;
              keepDraft(ticket.id, own, promise ? { ...others, promise } : others);
            }}
          />
        )}
        {isReply && (
          <div className={styles.macros}>
            <button type="button" className={styles.macro} onClick={onMacros}>
              <Zap size={14} aria-hidden />
              {say('support.macros')}
              <KeyHint keys="m" />
            </button>
            {draft.body === '' &&
              macros.slice(0, 3).map((macro) => (
                <button key={macro.id} type="button" className={styles.macro} onClick={() => onMacro(macro)}>
                  {macro.name}
                </button>
              ))}
          </div>
        )}
        {isReply && (
          <label className={styles.then}>
            {say('support.then')}
            <select
              value={draft.staged.status ?? ''}
              onChange={(event) => {
                const { status: _before, ...staged } = draft.staged;
                const status = chosenStatuses.find((one) => one === event.target.value);
                change({ staged: status ? { ...staged, status } : (staged as Staged) });
              }}
            >
              <option value="">{say('support.thenSame')}</option>
              <WordOptions words={statusWords} values={chosenStatuses} />
            </select>
          </label>
        )}
        <button
          type="button"
          className={styles.send}
          disabled={silent ? locked : cannot}
          onClick={() => void send(isReply)}
        >
          {isReply ? <Reply size={15} aria-hidden /> : <NotebookPen size={15} aria-hidden />}
          {silent
            ? say('support.solveSilently')
            : isReply
              ? say('support.sendTo', { address: way?.toAddress.replace(/^chat:/, 'chat ') ?? '' })
              : say('support.addNote')}
          <KeyHint keys="mod+enter" />
        </button>
      </div>
    </div>
  );
}
