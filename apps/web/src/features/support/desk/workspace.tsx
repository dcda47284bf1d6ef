import { useQuery } from '@apollo/client/react';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { useViewer } from '#lib/viewer.ts';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { wishOf } from '../fields/field-wish.ts';
import { useFieldFormat } from '../fields/use-field-format.ts';
import { Composer } from './composer.tsx';
import { deskQuery, type MacroShown, ticketQuery, type WorkTicket } from './desk.documents.ts';
import { changeOf, type Draft, draftKey, drafts, emptyDraft, keepDraft, type Mode, mode } from './drafts.ts';
import { MacroPicker } from './macro-picker.tsx';
import { fillIn, stagedBy, wordsFor } from './macro-words.ts';
import { MergePicker } from './merge-picker.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { lastSeen, Thread } from './thread.tsx';
import { TicketHead } from './ticket-head.tsx';
import { useDesk } from './use-desk.ts';
import { usePresence } from './use-presence.ts';
import { useReplyComposer } from './use-reply-composer.ts';
import styles from './workspace.module.css';

/** What the workspace tells its page. */
export interface WorkspaceProps {
  ticketId: string;
  /** The language the customer reads, when the panel knows it. */
  language: string | null;
  /** Another ticket is to be opened: the next one, or one that was undone. */
  onNext: () => void;
  onOpen: (id: string) => void;
  onBack: (() => void) | undefined;
  /** Shows whom it is from, where that is not beside it. */
  onPanel: () => void;
}

/** One ticket at work: what it is, what was said, and where one writes. */
export function Workspace(props: WorkspaceProps) {
  const { data, error, refetch } = useQuery(ticketQuery, {
    variables: { id: props.ticketId },
    fetchPolicy: 'cache-and-network',
  });
  const { data: staff } = useQuery(deskQuery);
  const say = useWords();
  const ticket = data?.ticket;
  if (error && !ticket) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data && !ticket) return <p className={styles.gone}>{say('support.gone')}</p>;
  if (!ticket || ticket.id !== props.ticketId)
    return (
      <div className={styles.bones} aria-busy>
        <Bone width="60%" height={22} />
        <Bone height={60} />
        <Bone height={60} width="80%" />
      </div>
    );
  const choices = { users: staff?.users ?? [], teams: staff?.teams ?? [] };
  return (
    <AtWork
      key={ticket.id}
      {...props}
      ticket={ticket}
      thread={ticket.thread}
      staff={choices}
      macros={staff?.macros ?? []}
    />
  );
}

function AtWork({
  ticket,
  thread,
  staff,
  macros,
  language,
  onNext,
  onOpen,
  onBack,
  onPanel,
}: WorkspaceProps & {
  ticket: WorkTicket;
  thread: Parameters<typeof Thread>[0]['thread'];
  staff: Parameters<typeof TicketHead>[0]['staff'];
  macros: readonly MacroShown[];
}) {
  const say = useWords();
  const me = useViewer();
  const desk = useDesk();
  const format = useFieldFormat();
  const field = useRef<HTMLTextAreaElement>(null);
  const [picking, setPicking] = useState(false);
  const [dialog, setDialog] = useState<'merge' | 'link' | 'split' | null>(null);
  const shown = useStore(mode);
  const all = useStore(drafts);
  const writes = (all[draftKey(ticket.id, shown)]?.body ?? '') !== '';
  usePresence(ticket.id, writes ? (shown === 'reply' ? 'REPLYING' : 'NOTING') : 'LOOKING');

  // The field of the other composer appears only after the state has changed.
  const wants = useRef<Mode | null>(null);
  useEffect(() => {
    if (wants.current !== shown) return;
    wants.current = null;
    field.current?.focus();
  });
  const write = (to: Mode) => {
    wants.current = to;
    mode.set(to);
    if (shown === to) field.current?.focus();
  };

  const take = useCallback(
    (macro: MacroShown) => {
      setPicking(false);
      const before = drafts.get()[draftKey(ticket.id, 'reply')] ?? emptyDraft;
      const words = wordsFor(macro, language);
      const filled = words
        ? fillIn(words.body, {
            customer: ticket.customer?.displayName ?? null,
            agent: me?.name ?? '',
            number: ticket.number,
          })
        : '';
      keepDraft(ticket.id, 'reply', {
        body: [before.body.trim(), filled].filter(Boolean).join('\n\n'),
        staged: { ...before.staged, ...stagedBy(macro, format) },
        macroId: macro.id,
        ...(before.via ? { via: before.via } : {}),
        ...(before.promise ? { promise: before.promise } : {}),
      });
      wants.current = 'reply';
      mode.set('reply');
      // The dialog gives the focus back first.
      setTimeout(() => field.current?.focus(), 0);
    },
    [ticket, language, me?.name, format],
  );

  useReplyComposer(ticket, () => write('reply'));

  const send = async (as: Mode, draft: Draft, goOn: boolean) => {
    const sent = await desk.send(ticket, as, draft, lastSeen(thread), () => onOpen(ticket.id));
    if (sent.ok) {
      // The keys belong to the page again, so that Z can take it back.
      field.current?.blur();
      if (goOn) onNext();
    }
    return sent;
  };
  const change = (status: WorkTicket['status']) =>
    void desk
      .change(
        ticket,
        { status },
        { status: ticket.status },
        say('support.changed', { field: say('support.fieldStatus') }),
      )
      .then(() => status === 'SOLVED' && onNext());

  // Before it is solved one sees how it ends; without a word it is solved by the same key that sends.
  const endWell = () => {
    if (ticket.status === 'SOLVED' || ticket.status === 'CLOSED') return;
    const before = drafts.get()[draftKey(ticket.id, 'reply')] ?? emptyDraft;
    keepDraft(ticket.id, 'reply', { ...before, staged: { ...before.staged, status: 'SOLVED' } });
    write('reply');
  };
  const solve = (draft: Draft) => {
    const staged = changeOf(draft.staged);
    const changed = new Set(staged.fields?.map(({ key }) => key));
    keepDraft(ticket.id, 'reply', emptyDraft);
    field.current?.blur();
    void desk
      .change(
        ticket,
        staged,
        {
          status: ticket.status,
          ...(staged.ending ? { ending: [...ticket.ending] } : {}),
          ...(staged.cause ? { cause: ticket.cause } : {}),
          ...(staged.priority ? { priority: ticket.priority } : {}),
          ...(staged.teamId ? { teamId: ticket.team?.id ?? null } : {}),
          ...(staged.addTags ? { removeTags: staged.addTags } : {}),
          ...(changed.size > 0
            ? { fields: ticket.fields.filter((one) => changed.has(one.field.key)).map(wishOf) }
            : {}),
        },
        say('support.changed', { field: say('support.fieldStatus') }),
      )
      .then(onNext);
  };

  useCommands({
    id: 'ticket',
    label: 'support.ticket',
    commands: [
      { id: 'ticket-reply', label: 'support.reply', keys: 'r', run: () => write('reply') },
      { id: 'ticket-note', label: 'support.note', keys: 'n', run: () => write('note') },
      { id: 'ticket-macro', label: 'support.macros', keys: 'm', run: () => setPicking(true) },
      { id: 'ticket-solve', label: 'support.solve', keys: 'e', run: endWell },
      { id: 'ticket-wait', label: 'support.wait', keys: 'w', run: () => change('PENDING') },
      ...(me && ticket.assignee?.id !== me.id
        ? [
            {
              id: 'ticket-take',
              label: 'support.take' as const,
              keys: 'a',
              run: () =>
                void desk.change(
                  ticket,
                  { assigneeId: me.id },
                  { assigneeId: ticket.assignee?.id ?? null },
                  say('support.changed', { field: say('support.fieldAssignee') }),
                ),
            },
          ]
        : []),
    ],
  });

  return (
    <div className={styles.workspace}>
      <TicketHead
        ticket={ticket}
        staff={staff}
        desk={desk}
        onBack={onBack}
        onMerge={() => setDialog('merge')}
        onLink={() => setDialog('link')}
        onSplit={() => setDialog('split')}
        onPanel={onPanel}
        onOpen={onOpen}
      />
      {ticket.mergedInto && (
        <p className={styles.merged}>
          {say('support.goesOn')}{' '}
          <button type="button" onClick={() => onOpen(ticket.mergedInto?.id ?? ticket.id)}>
            #{ticket.mergedInto.number}
          </button>
        </p>
      )}
      <Thread ticket={ticket} thread={thread} />
      {!ticket.mergedInto && (
        <Composer
          ticket={ticket}
          language={language}
          field={field}
          macros={macros}
          onMacros={() => setPicking(true)}
          onMacro={take}
          others={ticket.presence}
          onSend={send}
          onSolve={solve}
        />
      )}
      {picking && (
        <MacroPicker macros={macros} language={language} onPick={take} onClose={() => setPicking(false)} />
      )}
      <Suspense>
        {dialog === 'merge' && (
          <MergePicker
            ticket={ticket}
            onClose={() => setDialog(null)}
            onPick={async (intoId) => {
              setDialog(null);
              if (await desk.merge(ticket, intoId, () => onOpen(ticket.id))) onOpen(intoId);
            }}
          />
        )}
        {dialog === 'link' && (
          <MergePicker
            act="link"
            ticket={ticket}
            onClose={() => setDialog(null)}
            onPick={(otherId) => {
              setDialog(null);
              void desk.link(ticket, otherId, true);
            }}
          />
        )}
        {dialog === 'split' && (
          <SplitDialog
            items={thread?.items ?? []}
            onClose={() => setDialog(null)}
            onSplit={async (messageIds, subject) => {
              setDialog(null);
              const made = await desk.split(ticket, messageIds, subject);
              if (made) onOpen(made);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
