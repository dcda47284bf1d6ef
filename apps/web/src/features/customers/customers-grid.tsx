import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWords } from '#lib/intl/words.ts';
import type { Lens } from '#lib/lens.ts';
import { useRowWindow } from '#lib/row-window.ts';
import { useNarrow } from '#lib/use-narrow.ts';
import { may } from '#lib/viewer.ts';
import { columnsThrough, type ListRow } from './columns.tsx';
import { CustomerRow, rowElementId } from './customer-row.tsx';
import styles from './customers-grid.module.css';
import type { SortWord } from './list-search.ts';
import { isSelected, type Selection } from './selection.ts';

/** What a person does with a row. */
export interface GridActs {
  open: (id: string, newTab: boolean) => void;
  /** Looks at the row beside the list, or looks away again. */
  peek: (index: number) => void;
  toggle: (id: string, index: number, range: boolean) => void;
  toggleAll: () => void;
  moveTo: (index: number) => void;
  hover: (id: string) => void;
  sort: (sort: SortWord) => void;
  needMore: () => void;
}

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
  const shown = useMemo(() => columnsThrough(lens, hidden), [lens, hidden]);
  const height = narrow ? 72 : 40;
  const inView = useRowWindow(grid, { count: rows.length, height, covered: narrow ? 0 : 40 });
  useEffect(() => {
    if (inView.end >= rows.length - 20) acts.needMore();
  }, [inView.end, rows.length, acts]);

  const [keyboard, setKeyboard] = useState(false);
  // Also on arrival: who comes back from a customer finds the row in view, however far down it stands.
  const before = useRef(0);
  const { show } = inView;
  useLayoutEffect(() => {
    if (before.current !== cursor && cursor >= 0) show(cursor);
    before.current = cursor;
  }, [cursor, show]);

  const indexOf = (event: MouseEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    return row ? Number(row.dataset.index) : -1;
  };
  const onClick = (event: MouseEvent) => {
    const index = indexOf(event);
    const row = rows[index];
    if (!row || event.defaultPrevented) return;
    const cell = (event.target as HTMLElement).closest('[role="gridcell"]');
    if ((event.target as HTMLElement).closest('button')) return acts.peek(index);
    acts.moveTo(index);
    if (cell?.className === styles.check) return acts.toggle(row.id, index, event.shiftKey);
    const link = (event.target as HTMLElement).closest('a');
    // A link with a modifier stays the browser's: new tab, new window, download.
    if (link && (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) return;
    event.preventDefault();
    acts.open(row.id, event.metaKey || event.ctrlKey);
  };

  // Names and companies share what is left; below their least widths the grid scrolls sideways, all rows alike.
  const least = shown.reduce((sum, { width }) => sum + width, 36 + 28);
  const template = shown.map(({ width, share }) => (share ? `minmax(${width}px, ${share}fr)` : `${width}px`));
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
          '--least': `${least}px`,
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
          const { label, sorts = [], align } = column;
          const active = sorts.includes(sort);
          const descending = sort.startsWith('-');
          const next = sorts[active ? (sorts.indexOf(sort) + 1) % sorts.length : 0];
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.header}
              data-align={align}
              aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
            >
              {next && (next !== '-deals' || may('CustomerSummary.openDealValue')) ? (
                <button type="button" className={styles.sort} onClick={() => acts.sort(next)}>
                  {say(label)}
                  {active &&
                    (descending ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden />)}
                </button>
              ) : (
                say(label)
              )}
            </div>
          );
        })}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the registry (Enter, Space, X); the group only holds the rows. */}
      <div
        role="rowgroup"
        className={styles.body}
        style={{ blockSize: inView.total }}
        onClick={onClick}
        onPointerOver={(event) => {
          const row = rows[indexOf(event)];
          if (row && event.pointerType === 'mouse') acts.hover(row.id);
        }}
      >
        {rows.slice(inView.first, inView.end).map((row, place) => {
          const index = inView.first + place;
          return (
            <CustomerRow
              key={row.id}
              row={row}
              index={index}
              top={index * height}
              columns={shown}
              selected={isSelected(selection, row.id)}
              current={index === cursor}
            />
          );
        })}
      </div>
    </div>
  );
}
