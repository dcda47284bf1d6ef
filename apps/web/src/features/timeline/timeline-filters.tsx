import { CalendarSearch, ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { type Department, departments, departmentWords } from '#lib/department.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { kindText } from '#lib/kind-text.ts';
import { Popover } from '#ui/popover/popover.tsx';
import { KindChoices } from './kind-choices.tsx';
import styles from './timeline-filters.module.css';
import type { TimelineSearch } from './timeline-search.ts';

/** Chooses whose happenings, which kinds, and from which day back. */
export function TimelineFilters({
  customerId,
  search,
  change,
  kinds,
  first,
}: {
  customerId: string;
  search: TimelineSearch;
  change: (part: TimelineSearch) => void;
  /** The kinds that occur in what is shown. */
  kinds: readonly string[];
  /** The department that stands first. */
  first: Department;
}) {
  const say = useWords();
  const { date } = useFormat();
  const [open, setOpen] = useState<'kinds' | 'day' | null>(null);
  const order = [first, ...departments.filter((each) => each !== first)];
  const toggle = (department: Department) => {
    const chosen = search.dept ?? [];
    const next = chosen.includes(department)
      ? chosen.filter((each) => each !== department)
      : [...chosen, department];
    change({ dept: next.length > 0 && next.length < departments.length ? next : undefined });
  };
  return (
    <div className={styles.filters}>
      {order.map((department) => (
        <button
          key={department}
          type="button"
          className={styles.chip}
          data-department={department}
          aria-pressed={search.dept?.includes(department) ?? false}
          onClick={() => toggle(department)}
        >
          {say(departmentWords[department])}
        </button>
      ))}
      <Popover
        label={say('timeline.kinds')}
        align="end"
        className={styles.tool}
        open={open === 'kinds'}
        onOpen={(next) => setOpen(next ? 'kinds' : null)}
        trigger={
          <>
            <ListFilter size={15} aria-hidden />
            <span>
              {search.kind
                ? say('timeline.kindsChosen', {
                    count: new Set(search.kind.map((kind) => kindText(kind, say))).size,
                  })
                : say('timeline.kinds')}
            </span>
          </>
        }
      >
        <KindChoices
          customerId={customerId}
          shown={kinds}
          departments={search.dept}
          chosen={search.kind ?? []}
          choose={(kind) => change({ kind: kind.length > 0 ? kind : undefined })}
        />
      </Popover>
      <Popover
        label={say('timeline.jump')}
        align="end"
        className={styles.tool}
        open={open === 'day'}
        onOpen={(next) => setOpen(next ? 'day' : null)}
        trigger={
          <>
            <CalendarSearch size={15} aria-hidden />
            <span>
              {search.at
                ? say('timeline.until', { day: date(`${search.at}T12:00:00`) })
                : say('timeline.jump')}
            </span>
          </>
        }
      >
        <label className={styles.day}>
          {say('timeline.jumpTo')}
          <input
            type="date"
            defaultValue={search.at}
            onChange={(event) => event.target.value && change({ at: event.target.value })}
          />
        </label>
      </Popover>
      {(search.dept || search.kind || search.at) && (
        <button
          type="button"
          className={styles.tool}
          onClick={() => change({ dept: undefined, kind: undefined, at: undefined })}
          aria-label={say('timeline.clear')}
          title={say('timeline.clear')}
        >
          <X size={15} aria-hidden />
        </button>
      )}
    </div>
  );
}
