import { useApolloClient, useQuery } from '@apollo/client/react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import {
  BulkBar,
  deskQuery,
  InboxList,
  type InboxSearch,
  inboxQuery,
  inboxVariables,
  isNarrowed,
  NewTicket,
  readInboxSearch,
  TicketFieldsCard,
  ticketQuery,
  useBulk,
  viewPart,
  Workspace,
} from '#features/support';
import { useLiveReading } from '#lib/graphql/use-live.ts';
import { type Say, useWords } from '#lib/intl/words.ts';
import { parseSearch, writeSearch } from '#lib/search-params.ts';
import { useNarrow } from '#lib/use-narrow.ts';
import { useWorkThrough } from '#lib/use-work-through.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { clean } from './clean-search.ts';
import { CustomerPanel } from './customer-panel.tsx';
import styles from './inbox.module.css';
import { InboxHead } from './inbox-head.tsx';
import { useInboxKeys } from './use-inbox-keys.ts';

const route = getRouteApi('/in/inbox');
const live = [inboxQuery, ticketQuery];
const ofTickets = (kinds: readonly string[]) =>
  kinds.some((kind) => ['ticket', 'message', 'presence', 'letter'].includes(kind));

/** The support desk: what waits, the ticket in hand, and whom it is from; the next one opens by itself. */
export function InboxPage() {
  const say = useWords();
  const client = useApolloClient();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const search: InboxSearch = route.useSearch();
  // What is asked, whichever ticket is open: one object as long as it says the same.
  const part = viewPart(search);
  const asked = useMemo(() => readInboxSearch(parseSearch(part)), [part]);
  const wanted = useMemo(() => inboxVariables(asked), [asked]);
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
    (ticket: string | undefined, replace = true) => go({ ...asked, ...(ticket ? { ticket } : {}) }, replace),
    [go, asked],
  );

  const current = search.ticket;
  const { step, next } = useWorkThrough(lines, current, openTicket, narrow);

  useLiveReading(live, { everyMs: 2_000, wanted: ofTickets });

  const mayAdd = may('Mutation.openTicket');
  useInboxKeys({
    current,
    step,
    choose,
    showPanel: () => setPanelOpen(true),
    find: () => field.current?.focus(),
    add: mayAdd ? () => setAdding(true) : undefined,
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
          <InboxHead
            search={asked}
            counts={shown?.inboxCounts}
            find={field}
            go={go}
            {...(mayAdd ? { onAdd: () => setAdding(true) } : {})}
          />
          <div className={styles.lines}>
            {error && lines.length === 0 ? (
              <Failure error={error} onRetry={() => void refetch()} />
            ) : lines.length > 0 ? (
              <InboxList
                lines={lines}
                current={current}
                href={(id) => `/inbox${writeSearch({ ...asked, ticket: id })}`}
                onOpen={(id) => openTicket(id, !narrow)}
                onMore={more}
                {...(may('Mutation.changeTickets') ? { chosen, onChoose: choose } : {})}
              />
            ) : (
              shown && (
                <EmptyState
                  icon={<Inbox size={24} aria-hidden />}
                  title={emptyText(asked, say)}
                  text={isNarrowed(asked) ? undefined : say('support.emptyViewText')}
                  action={
                    isNarrowed(asked) && (
                      <Button
                        onClick={() =>
                          go(
                            clean(
                              asked.q ? { ...asked, q: undefined } : { view: asked.view, order: asked.order },
                            ),
                          )
                        }
                      >
                        {say(asked.q ? 'support.clearSearch' : 'support.clearFilters')}
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
        !narrow && (
          <p className={styles.pick}>
            {say(lines.length > 0 || isNarrowed(asked) ? 'support.pick' : 'support.allDone')}
          </p>
        )
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

/** What is said where nothing is found. */
function emptyText(asked: InboxSearch, say: Say): string {
  if (asked.q) return say('support.emptySearch', { text: asked.q });
  return say(isNarrowed(asked) ? 'support.emptyFiltered' : 'support.emptyView');
}

/** Whose ticket is open: known from its line at once, and still when the line has left the list. */
function useCustomerOf(ticketId: string | undefined, fromLine: string | null): string | null {
  const known = useRef(new Map<string, string>());
  if (ticketId && fromLine) known.current.set(ticketId, fromLine);
  return ticketId ? (known.current.get(ticketId) ?? null) : null;
}
