import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Inbox, Plus, Search } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import {
  BulkBar,
  deskQuery,
  deskSubscription,
  FieldFilter,
  InboxList,
  type InboxOrder,
  type InboxSearch,
  InboxViews,
  inboxOrders,
  inboxQuery,
  inboxVariables,
  NewTicket,
  TicketFieldsCard,
  useBulk,
  Workspace,
} from '#features/support';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { useNarrow } from '#lib/use-narrow.ts';
import { useWorkThrough } from '#lib/use-work-through.ts';
import { may } from '#lib/viewer.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import styles from './inbox.module.css';

const route = getRouteApi('/in/inbox');
const orderWords = {
  due: 'support.orderDue',
  newest: 'support.orderNewest',
  oldest: 'support.orderOldest',
  priority: 'support.orderPriority',
} as const;

/** The support desk: what waits, the ticket in hand, and whom it is from; the next one opens by itself. */
export function InboxPage() {
  const say = useWords();
  const client = useApolloClient();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const search: InboxSearch = route.useSearch();
  const { view, order, q, f } = search;
  const wanted = useMemo(() => inboxVariables({ view, order, q, f }), [view, order, q, f]);
  const variables = useDeferredValue(wanted);
  const { data, previousData, error, refetch } = useQuery(inboxQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? previousData;
  const lines = useMemo(() => shown?.inbox.edges.map(({ node }) => node) ?? [], [shown]);
  const [adding, setAdding] = useState(false);
  const [panelOpen, setPanelOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data: staff } = useQuery(deskQuery);
  const changeAll = useBulk();
  const choose = useCallback(
    (id: string) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const [language, setLanguage] = useState<string | null>(null);
  const [text, setText] = useState(q ?? '');
  const field = useRef<HTMLInputElement>(null);

  const go = useCallback(
    (next: InboxSearch, replace = true) =>
      void navigate({
        to: '/inbox',
        search: (before) => ({ lens: before.lens, ...next }),
        replace,
      }),
    [navigate],
  );
  const openTicket = useCallback(
    (ticket: string | undefined, replace = true) =>
      go({ ...clean({ view, order, q, f }), ...(ticket ? { ticket } : {}) }, replace),
    [go, view, order, q, f],
  );

  const current = search.ticket;
  const { step, next } = useWorkThrough(lines, current, openTicket, narrow);

  useEffect(() => setText(q ?? ''), [q]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const words = text.trim();
      if (words !== (q ?? '')) go(clean({ view, order, f, q: words || undefined }));
    }, 250);
    return () => clearTimeout(timer);
  }, [text, q, f, view, order, go]);

  const fresh = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSubscription(deskSubscription, {
    onData: ({ data: news }) => {
      const { kinds } = news.data?.customerChanged ?? { kinds: [] };
      if (!kinds.some((kind) => ['ticket', 'message', 'presence', 'letter'].includes(kind))) return;
      clearTimeout(fresh.current);
      // An import tells of thousands: the list is asked once for all of them.
      fresh.current = setTimeout(() => void client.refetchQueries({ include: 'active' }), 400);
    },
  });
  useEffect(() => () => clearTimeout(fresh.current), []);

  const mayAdd = may('Mutation.openTicket');
  useCommands({
    id: 'inbox',
    label: 'support.inbox',
    commands: [
      {
        id: 'inbox-next',
        label: 'support.keyNext',
        keys: 'j',
        also: ['down'],
        run: () => step(1),
        keyboardOnly: true,
      },
      {
        id: 'inbox-before',
        label: 'support.keyBefore',
        keys: 'k',
        also: ['up'],
        run: () => step(-1),
        keyboardOnly: true,
      },
      ...(current
        ? [
            {
              id: 'inbox-choose',
              label: 'support.keyChoose' as const,
              keys: 'x',
              run: () => choose(current),
            },
            {
              id: 'inbox-panel',
              label: 'support.keyPanel' as const,
              keys: ']',
              run: () => setPanelOpen(true),
            },
            {
              id: 'inbox-fields',
              label: 'support.keyFields' as const,
              keys: 'f',
              run: () => {
                if (!focusFields()) setPanelOpen(true);
              },
            },
          ]
        : []),
      { id: 'inbox-find', label: 'support.find', keys: '/', run: () => field.current?.focus() },
      ...(mayAdd
        ? [{ id: 'inbox-new', label: 'support.newTicket' as const, keys: 'c', run: () => setAdding(true) }]
        : []),
    ],
  });

  const title = `${say('support.inbox')} · Ancora`;
  useEffect(() => {
    document.title = title;
  }, [title]);

  const pageInfo = shown?.inbox.pageInfo;
  const more = pageInfo?.hasNextPage
    ? () =>
        void client.query({
          query: inboxQuery,
          variables: { ...variables, after: pageInfo.endCursor },
          fetchPolicy: 'network-only',
        })
    : undefined;
  const line = lines.find(({ id }) => id === current);
  const opened = useCustomerOf(current, line?.customer?.id ?? null);
  const showsList = !narrow || !current;

  return (
    <div className={styles.page} data-open={current ? '' : undefined}>
      {showsList && (
        <section className={styles.side} aria-label={say('support.inbox')}>
          <header className={styles.head}>
            <div className={styles.title}>
              <h1>{say('support.inbox')}</h1>
              {mayAdd && (
                <Button tone="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setAdding(true)}>
                  {say('support.newTicket')}
                </Button>
              )}
            </div>
            <InboxViews search={search} counts={shown?.inboxCounts} open={(to) => go(clean(to))} />
            <div className={styles.tools}>
              <label className={styles.find}>
                <Search size={15} aria-hidden />
                <span className="unseen">{say('support.find')}</span>
                <input
                  ref={field}
                  type="search"
                  value={text}
                  placeholder={say('support.find')}
                  onChange={(event) => setText(event.target.value)}
                  onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
                />
                <KeyHint keys="/" />
              </label>
              <select
                aria-label={say('support.order')}
                value={order ?? (view === 'all' ? 'newest' : 'due')}
                onChange={(event) => go(clean({ view, q, f, order: event.target.value as InboxOrder }))}
              >
                {inboxOrders.map((one) => (
                  <option key={one} value={one}>
                    {say(orderWords[one])}
                  </option>
                ))}
              </select>
              <FieldFilter asked={f} onAsk={(asked) => go(clean({ view, order, q, f: asked }))} />
            </div>
          </header>
          <div className={styles.lines}>
            {error && lines.length === 0 ? (
              <Failure error={error} onRetry={() => void refetch()} />
            ) : lines.length > 0 ? (
              <InboxList
                lines={lines}
                current={current}
                href={(id) =>
                  `/inbox?${new URLSearchParams(clean({ view, order, q, f, ticket: id }) as Record<string, string>)}`
                }
                onOpen={(id) => openTicket(id, !narrow)}
                onMore={more}
                {...(may('Mutation.changeTickets') ? { chosen, onChoose: choose } : {})}
              />
            ) : (
              shown && (
                <EmptyState
                  icon={<Inbox size={24} aria-hidden />}
                  title={q ? say('support.emptySearch', { text: q }) : say('support.emptyView')}
                  text={q ? undefined : say('support.emptyViewText')}
                  action={
                    q && (
                      <Button onClick={() => go(clean({ view, order, f }))}>
                        {say('support.clearSearch')}
                      </Button>
                    )
                  }
                />
              )
            )}
          </div>
          {chosen.size > 0 && (
            <BulkBar
              count={chosen.size}
              staff={{ users: staff?.users ?? [], teams: staff?.teams ?? [] }}
              onClear={() => setChosen(new Set())}
              onApply={(change) =>
                void changeAll([...chosen], change).then((done) => done && setChosen(new Set()))
              }
            />
          )}
        </section>
      )}
      {current ? (
        <section className={styles.work} aria-label={say('support.ticket')}>
          <Workspace
            ticketId={current}
            language={language}
            onNext={next}
            onOpen={openTicket}
            onBack={narrow ? () => openTicket(undefined) : undefined}
            onPanel={() => setPanelOpen(true)}
          />
        </section>
      ) : (
        !narrow && <p className={styles.pick}>{say(lines.length > 0 ? 'support.pick' : 'support.allDone')}</p>
      )}
      {current && opened && (
        <aside className={styles.panel} aria-label={say('support.panel')}>
          <TicketFieldsCard key={current} ticketId={current} />
          <CustomerPanel id={opened} onLanguage={setLanguage} />
        </aside>
      )}
      {panelOpen && opened && (
        <Dialog label={say('support.panel')} place="side" onClose={() => setPanelOpen(false)}>
          <DialogHead title={say('support.panel')} onClose={() => setPanelOpen(false)} />
          <div className={styles.drawer}>
            {current && <TicketFieldsCard key={current} ticketId={current} />}
            <CustomerPanel id={opened} onLanguage={setLanguage} />
          </div>
        </Dialog>
      )}
      {adding && (
        <NewTicket
          onClose={() => setAdding(false)}
          onOpened={(id) => {
            setAdding(false);
            openTicket(id);
            void client.refetchQueries({ include: [inboxQuery] });
          }}
        />
      )}
    </div>
  );
}

/** Goes to the first field of one's own, where the panel is in sight. */
function focusFields(): boolean {
  const first = document.querySelector<HTMLElement>('[data-first-field]');
  if (!first?.offsetParent) return false;
  first.focus();
  return true;
}

const clean = (search: InboxSearch): InboxSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as InboxSearch;

/** Whose ticket is open: known from its line at once, and still when the line has left the list. */
function useCustomerOf(ticketId: string | undefined, fromLine: string | null): string | null {
  const known = useRef(new Map<string, string>());
  if (ticketId && fromLine) known.current.set(ticketId, fromLine);
  return ticketId ? (known.current.get(ticketId) ?? null) : null;
}
