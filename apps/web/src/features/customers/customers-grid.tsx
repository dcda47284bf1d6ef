import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWords } from '#lib/intl/words.ts';
import type { Lens } from '#lib/lens.ts';
import { useNarrow } from '#lib/use-narrow.ts';
import { may } from '#lib/viewer.ts';
import { columnOrders, columns, features, type ListRow } from './columns.tsx';
import { CustomerRow, rowElementId } from './customer-row.tsx';
import styles from './customers-grid.module.css';
import type { SortWord } from './list-search.ts';
import { isSelected, type Selection } from './selection.ts';

/** What a person does with a row. */
export interface GridActs {
  open: (id: string, newTab: boolean) => void;
  toggle: (id: string, index: number, range: boolean) => void;
  toggleAll: () => void;
  moveTo: (index: number) => void;
  hover: (id: string) => void;
  sort: (sort: SortWord) => void;
  needMore: () => void;
}

const isElastic = (id: string): boolean => id === 'name' || id === 'company';

/** The customers as a grid of which only the visible rows exist; the server sorts, filters and counts. */
export function CustomersGrid({
  rows,
  total,
  cursor,
  selection,
  sort,
  hidden,
  lens,
  grid,
  acts,
}: {
  rows: readonly ListRow[];
  /** How many rows the whole list has; unknown beyond the server's bound. */
  total: number | undefined;
  cursor: number;
  selection: Selection;
  sort: SortWord;
  hidden: readonly string[];
  lens: Lens;
  grid: RefObject<HTMLDivElement | null>;
  acts: GridActs;
}) {
  const say = useWords();
  const narrow = useNarrow();
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    state: {
      columnOrder: columnOrders[lens],
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    },
  });
  const shown = table.getVisibleLeafColumns();
  const body = table.getRowModel().rows;
  const height = narrow ? 72 : 40;
  const virtualizer = useVirtualizer({
    count: body.length,
    getScrollElement: () => grid.current,
    estimateSize: () => height,
    getItemKey: (index) => body[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: narrow ? 0 : 40,
  });
  // A change of row height (a turned phone) changes every position.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measuring again is needed exactly when the height changes.
  useEffect(() => virtualizer.measure(), [height, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 20) acts.needMore();
  }, [lastShown, rows.length, acts]);

  const [keyboard, setKeyboard] = useState(false);
  const before = useRef(cursor);
  useEffect(() => {
    if (before.current !== cursor && cursor >= 0) virtualizer.scrollToIndex(cursor, { align: 'auto' });
    before.current = cursor;
  }, [cursor, virtualizer]);

  const indexOf = (event: MouseEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    return row ? Number(row.dataset.index) : -1;
  };
  const onClick = (event: MouseEvent) => {
    const index = indexOf(event);
    const row = rows[index];
    if (!row || event.defaultPrevented) return;
    const cell = (event.target as HTMLElement).closest('[role="gridcell"]');
    acts.moveTo(index);
    if (cell?.className === styles.check) return acts.toggle(row.id, index, event.shiftKey);
    const link = (event.target as HTMLElement).closest('a');
    // A link with a modifier stays the browser's: new tab, new window, download.
    if (link && (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) return;
    event.preventDefault();
    acts.open(row.id, event.metaKey || event.ctrlKey);
  };

  // Names and companies share what is left; below their least widths the grid scrolls sideways, all rows alike.
  const least = shown.map((column) => (isElastic(column.id) ? column.getSize() * 0.7 : column.getSize()));
  const template = shown.map((column, index) =>
    isElastic(column.id) ? `minmax(${least[index]}px, ${column.getSize()}fr)` : `${column.getSize()}px`,
  );
  const current = rows[cursor];
  const isAll =
    selection.mode === 'all'
      ? selection.except.size === 0
      : rows.length > 0 && rows.every((row) => selection.ids.has(row.id));

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={say('customers.title')}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable
      aria-activedescendant={current && keyboard ? rowElementId(current.id) : undefined}
      tabIndex={0}
      className={styles.grid}
      data-keyboard={keyboard || undefined}
      style={
        {
          '--columns': `36px ${template.join(' ')}`,
          '--least': `${least.reduce((sum, width) => sum + width, 36 + 28)}px`,
        } as CSSProperties
      }
      onFocus={(event) => setKeyboard(event.target === grid.current)}
      onBlur={() => setKeyboard(false)}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <div role="columnheader" className={styles.check}>
          <input
            type="checkbox"
            checked={isAll}
            onChange={acts.toggleAll}
            aria-label={say('customers.selectAll')}
          />
        </div>
        {shown.map((column) => {
          const meta = column.columnDef.meta;
          if (!meta) return null;
          const active = meta.sorts?.includes(sort) ?? false;
          const descending = sort.startsWith('-');
          const next = meta.sorts?.[active ? (meta.sorts.indexOf(sort) + 1) % meta.sorts.length : 0];
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.header}
              data-align={meta.align}
              aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
            >
              {next && (next !== '-deals' || may('CustomerSummary.openDealValue')) ? (
                <button type="button" className={styles.sort} onClick={() => acts.sort(next)}>
                  {say(meta.label)}
                  {active &&
                    (descending ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden />)}
                </button>
              ) : (
                say(meta.label)
              )}
            </div>
          );
        })}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the registry (Enter, Space, X); the group only holds the rows. */}
      <div
        role="rowgroup"
        className={styles.body}
        style={{ blockSize: virtualizer.getTotalSize() }}
        onClick={onClick}
        onPointerOver={(event) => {
          const row = rows[indexOf(event)];
          if (row && event.pointerType === 'mouse') acts.hover(row.id);
        }}
      >
        {items.map((item) => {
          const row = body[item.index];
          return row ? (
            <CustomerRow
              key={row.id}
              row={row.original}
              index={item.index}
              top={item.start}
              columns={shown}
              selected={isSelected(selection, row.id)}
              current={item.index === cursor}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
