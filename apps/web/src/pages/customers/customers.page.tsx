import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import {
  BulkBar,
  CustomersGrid,
  choose,
  chosenPair,
  everybody,
  FilterBar,
  type GridActs,
  isSelected,
  type ListSearch,
  ListTools,
  NewCustomer,
  NoneMatch,
  nobody,
  Peek,
  type Selection,
  usedFilters,
  ViewTabs,
} from '#features/customers';
import { announce } from '#lib/announce.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { useLens } from '#lib/lens.ts';
import { trail } from '#lib/trail.ts';
import { may } from '#lib/viewer.ts';
import button from '#ui/button/button.module.css';
import { EmptyState } from '#ui/state/empty-state.tsx';
import styles from './customers.module.css';
import { CustomersHead } from './customers-head.tsx';
import { useCustomerRows } from './use-customer-rows.ts';
import { useFreshCustomers } from './use-fresh-customers.ts';
import { useListKeys } from './use-list-keys.ts';
import { useWarm } from './use-warm.ts';

const CompanyPart = lazy(async () => ({ default: (await import('./company-part.tsx')).CompanyPart }));
const MergeChosen = lazy(async () => ({ default: (await import('./merge-chosen.tsx')).MergeChosen }));

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
  const warm = useWarm();

  const { rows, count, total, matching, wanted, variables, isStale, needMore, refetch } =
    useCustomerRows(search);

  const [selection, setSelection] = useState<Selection>(nobody);
  const [cursorId, setCursorId] = useState<string | null>(() => cursorBefore);
  const [peeking, setPeeking] = useState(false);
  const [anchor, setAnchor] = useState(0);
  const [adding, setAdding] = useState(false);
  const [merging, setMerging] = useState<ReturnType<typeof chosenPair>>();
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
    peek: (index) => {
      moveTo(index);
      setPeeking(!peeking || index !== cursor);
    },
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

  const pair = may('Mutation.mergeCustomers') ? chosenPair(selection, rows, total) : undefined;
  const question = { filter: variables.filter, sort: variables.sort };
  const chosen = selection.mode === 'all' || selection.ids.size > 0;
  const filtered = usedFilters(search).length > 0 || search.q || search.company;
  return (
    <div className={styles.page}>
      <CustomersHead
        count={count?.value}
        matching={matching}
        fresh={fresh.count}
        onFresh={() => {
          fresh.clear();
          void refetch();
          grid.current?.scrollTo({ top: 0 });
        }}
        onAdd={mayAdd ? () => setAdding(true) : undefined}
      />
      <ViewTabs search={search} open={replace} />
      <FilterBar search={search} change={change} replace={replace} field={field}>
        <Suspense>
          <ListTools question={question} sort={search.sort ?? '-last'} onSort={(sort) => change({ sort })} />
        </Suspense>
      </FilterBar>
      {search.company && (
        <Suspense>
          <CompanyPart id={search.company} />
        </Suspense>
      )}
      <div className={styles.split} data-stale={isStale || undefined}>
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
              question={question}
              onAll={() => setSelection(everybody)}
              onNone={() => setSelection(nobody)}
              onMerge={pair && (() => setMerging(pair))}
            />
          )}
        </Suspense>
      </div>
      <Suspense>
        {merging && (
          <MergeChosen
            ids={merging}
            onClose={() => setMerging(undefined)}
            onMerged={() => setSelection(nobody)}
          />
        )}
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
