import { PanelRightOpen } from 'lucide-react';
import { memo } from 'react';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useWords } from '#lib/intl/words.ts';
import type { ListColumn, ListRow } from './columns.tsx';
import { CustomerRow as CustomerRowFragment } from './customer-row.fragment.ts';
import styles from './customers-grid.module.css';

/** The id of a row's element, by which the grid says where its cursor is. */
export const rowElementId = (id: string) => `customer-${id}`;

/** One customer in the list. It reads its own fields, so a change to one customer redraws one row. */
export const CustomerRow = memo(function CustomerRow({
  row,
  index,
  top,
  columns,
  selected,
  current,
}: {
  row: ListRow;
  index: number;
  top: number;
  columns: readonly ListColumn[];
  selected: boolean;
  current: boolean;
}) {
  const say = useWords();
  const customer = useOwned(CustomerRowFragment, row);
  return (
    <div
      role="row"
      id={rowElementId(customer.id)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-current={current || undefined}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={styles.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          readOnly
          aria-label={say('customers.select', { name: customer.displayName })}
        />
      </div>
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={styles.cell}
          data-column={column.id}
          data-align={column.align}
        >
          {column.render(customer)}
          {column.id === 'name' && (
            <button
              type="button"
              tabIndex={-1}
              className={styles.peek}
              aria-label={say('customers.peekAt', { name: customer.displayName })}
              title={say('customers.peek')}
              // The focus stays where the keys of the list are heard.
              onMouseDown={(event) => event.preventDefault()}
            >
              <PanelRightOpen size={16} aria-hidden />
            </button>
          )}
        </div>
      ))}
    </div>
  );
});
