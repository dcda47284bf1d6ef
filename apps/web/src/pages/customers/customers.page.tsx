import { useApolloClient, useSuspenseQuery } from '@apollo/client/react';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { Plus, Users } from 'lucide-react';
import { Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import {
  BulkBar,
  CustomersGrid,
  choose,
  everybody,
  FilterBar,
  type GridActs,
  isSelected,
  type ListSearch,
  NewCustomer,
  NoneMatch,
  nobody,
  Peek,
  type Selection,
  usedFilters,
  ViewTabs,
} from '#features/customers';
import { announce } from '#lib/announce.ts';
import { useLive } from '#lib/graphql/use-live.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { useLens } from '#lib/lens.ts';
import { trail } from '#lib/trail.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { may, sight } from '#lib/viewer.ts';
import button from '#ui/button/button.module.css';
import { EmptyState } from '#ui/state/empty-state.tsx';
import styles from './customers.module.css';
import { changesSubscription, customersQuery, variablesFor } from './customers.query.ts';
import { useListKeys } from './use-list-keys.ts';

const route = getRouteApi('/in/customers');
// One and the same list each time: rows are drawn again only when it changes.
const nothingHidden: readonly string[] = [];

/** The customers list: the place from which everything is opened and to which everything returns. */
export function CustomersPage() {
  const say = useWords();
  const { number } = useFormat();
  const search: ListSearch = route.useSearch();
  const lens = useLens();
  const navigate = useNavigate();
  const router = useRouter();
  const client = useApolloClient();

  const wanted = useMemo(() => variablesFor(search), [search]);
  // While other rows are on their way the ones on the screen stay: nothing blinks, and the field keeps its focus.
  const variables = useDeferredValue(wanted);
  const { data, error, refetch } = useSuspenseQuery(customersQuery, {
    variables,
    errorPolicy: 'all',
  });
  // A field that may not be seen leaves the rest standing; no list at all is for the page's error screen.
  if (!data?.customers) throw error ?? new Error('No customers were answered');
  const { edges, pageInfo, count } = data.customers;
  const rows = useMemo(() => edges.map((edge) => edge.node), [edges]);
  const total = count?.isExact ? count.value : undefined;
  const matching = count ? `${number(count.value)}${count.isExact ? '' : '+'}` : '';

  const [selection, setSelection] = useState<Selection>(nobody);
  const [cursorId, setCursorId] = useState<string | null>(() => cursorBefore);
  const [peeking, setPeeking] = useState(false);
  const [anchor, setAnchor] = useState(0);
  const [adding, setAdding] = useState(false);
  const fresh = useFreshCustomers();
  const grid = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const found = rows.findIndex((row) => row.id === cursorId);
  const cursor = Math.max(found, 0);
  const current = rows[cursor];

  useEffect(() => {
    trail.set({
      ids: rows.map(({ id }) => id),
      total,
      href: window.location.pathname + window.location.search,
    });
  }, [rows, total]);
  useEffect(() => {
    cursorBefore = current?.id ?? null;
  }, [current?.id]);
  // Another list is another choice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: exactly when the question changes.
  useEffect(() => setSelection(nobody), [wanted.filter]);

  const replace = useCallback(
    (next: ListSearch) =>
      void navigate({ to: '/customers', search: { lens: search.lens, ...next }, replace: true }),
    [navigate, search.lens],
  );
  const change = useCallback(
    (part: Partial<ListSearch>) =>
      void navigate({ to: '/customers', search: (before) => ({ ...before, ...part }), replace: true }),
    [navigate],
  );
  const open = useCallback(
    (id: string, newTab = false) => {
      if (newTab) window.open(`/customers/${id}`, '_blank', 'noopener');
      else void navigate({ to: '/customers/$customerId', params: { customerId: id } });
    },
    [navigate],
  );

  const loading = useRef(false);
  const needMore = useCallback(() => {
    if (loading.current || !pageInfo.hasNextPage) return;
    loading.current = true;
    const next = { ...variables, after: pageInfo.endCursor, counted: false };
    // Not the page's own question: when a following page fails, the rows that are there stay.
    void client.query({ query: customersQuery, variables: next, fetchPolicy: 'network-only' }).then(
      () => {
        loading.current = false;
      },
      () =>
        sayFailed(say('customers.moreFailed'), () => {
          loading.current = false;
          moreAgain.current();
        }),
    );
  }, [client, variables, pageInfo, say]);
  const moreAgain = useRef(needMore);
  moreAgain.current = needMore;
  // Another list is not held up by what failed in the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: exactly when the question changes.
  useEffect(() => {
    loading.current = false;
  }, [variables]);

  const toggle = (id: string, index: number, range: boolean) => {
    const [from, to] = range ? [Math.min(anchor, index), Math.max(anchor, index)] : [index, index];
    const ids = rows.slice(from, to + 1).map((row) => row.id);
    setSelection((before) => choose(before, ids, !isSelected(before, id)));
    setAnchor(index);
  };
  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (!row) return;
    setCursorId(row.id);
    const place = rows.indexOf(row) + 1;
    announce(say('customers.rowOf', { row: number(place), total: matching }));
    if (peeking) warm(row.id);
  };
  const hovered = useRef('');
  const warm = (id: string) => {
    if (hovered.current === id) return;
    hovered.current = id;
    // Only a pointer that rests means to open: passing over a hundred rows asks for none.
    setTimeout(() => {
      if (hovered.current === id)
        void router
          .preloadRoute({ to: '/customers/$customerId', params: { customerId: id } })
          .catch(() => {});
    }, 80);
  };
  const toggleAll = () =>
    setSelection((before) =>
      rows.every(({ id }) => isSelected(before, id))
        ? nobody
        : choose(
            before,
            rows.map(({ id }) => id),
            true,
          ),
    );
  const acts: GridActs = {
    open,
    toggle,
    toggleAll,
    moveTo,
    hover: warm,
    sort: (sort) => change({ sort }),
    needMore,
  };

  const mayAdd = may('Mutation.addCustomer');
  useListKeys({
    cursor,
    last: rows.length - 1,
    page: Math.max(1, Math.floor((grid.current?.clientHeight ?? 400) / 40) - 2),
    moveTo,
    open: () => current && open(current.id),
    peek: () => setPeeking(!peeking),
    unpeek: peeking ? () => setPeeking(false) : undefined,
    toggle: () => current && toggle(current.id, cursor, false),
    toggleRange: () => current && toggle(current.id, cursor, true),
    toggleAll,
    filter: () => field.current?.focus(),
    create: mayAdd ? () => setAdding(true) : undefined,
  });

  const title = `${say('customers.title')} · Ancora`;
  useEffect(() => {
    document.title = title;
  }, [title]);

  const chosen = selection.mode === 'all' || selection.ids.size > 0;
  const filtered = usedFilters(search).length > 0 || search.q || search.company;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('customers.title')}</h1>
        <p className={styles.count}>
          {count ? say('customers.count', { count: count.value, shown: matching }) : ''}
        </p>
        {fresh.count > 0 && (
          <button
            type="button"
            className={styles.fresh}
            onClick={() => {
              fresh.clear();
              void refetch();
              grid.current?.scrollTo({ top: 0 });
            }}
          >
            {say('customers.fresh', { count: fresh.count })}
          </button>
        )}
        {mayAdd && (
          <button type="button" className={styles.new} onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden />
            {say('customers.new')}
          </button>
        )}
      </header>
      <ViewTabs search={search} open={replace} />
      <FilterBar search={search} change={change} replace={replace} field={field} />
      <div className={styles.split} data-stale={wanted !== variables || undefined}>
        {rows.length > 0 ? (
          <CustomersGrid
            rows={rows}
            total={total}
            cursor={cursor}
            selection={selection}
            sort={search.sort ?? '-last'}
            hidden={search.hide ?? nothingHidden}
            lens={lens}
            grid={grid}
            acts={acts}
          />
        ) : filtered ? (
          <Suspense>
            <NoneMatch search={search} replace={replace} />
          </Suspense>
        ) : (
          <EmptyState
            icon={<Users size={24} aria-hidden />}
            title={say('customers.empty')}
            text={say('customers.emptyText')}
            action={
              may('Mutation.prepareImport') && (
                <Link to="/import" className={button.button} data-tone="primary">
                  {say('customers.emptyImport')}
                </Link>
              )
            }
          />
        )}
        <Suspense>
          {peeking && current && (
            <Peek id={current.id} onOpen={() => open(current.id)} onClose={() => setPeeking(false)} />
          )}
          {chosen && (
            <BulkBar
              selection={selection}
              total={total}
              matching={matching}
              question={{ filter: variables.filter, sort: variables.sort }}
              onAll={() => setSelection(everybody)}
              onNone={() => setSelection(nobody)}
            />
          )}
        </Suspense>
      </div>
      <Suspense>
        {adding && (
          <NewCustomer
            onClose={() => setAdding(false)}
            onAdded={(id) => {
              setAdding(false);
              open(id);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

// Where the cursor stood when the list was left: going back finds it there.
let cursorBefore: string | null = null;

/** How many customers came in since the list was opened; their rows wait, so that nothing moves under the pointer. */
function useFreshCustomers() {
  const since = useRef(new Date().toISOString());
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useLive(changesSubscription, {
    keeps: [customersQuery],
    variables: sight(),
    onData: ({ customerChanged: { customer } }) => {
      if (customer && customer.createdAt > since.current)
        setIds((before) => new Set(before).add(customer.id));
    },
  });
  return {
    count: ids.size,
    clear: () => {
      since.current = new Date().toISOString();
      setIds(new Set());
    },
  };
}
