import { useApolloClient, useSuspenseQuery } from '@apollo/client/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { type Department, departments } from '#lib/department.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { titleText } from '#lib/kind-text.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { type Day, groupEntries, type Line } from './group-entries.ts';
import styles from './timeline.module.css';
import { type Entry, timelineQuery } from './timeline.query.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import { TimelineFilters } from './timeline-filters.tsx';
import { type TimelineSearch, timelineVariables } from './timeline-search.ts';

/** What the three departments lived with this customer, day by day, newest first. */
export function Timeline({
  customerId,
  search,
  change,
  lens,
  children,
}: {
  customerId: string;
  search: TimelineSearch;
  change: (part: TimelineSearch) => void;
  /** The department whose happenings are told in full; the others' stay, on one line each. */
  lens: Department;
  /** What stands between the filters and the first day: the place to write a note. */
  children?: ReactNode;
}) {
  const say = useWords();
  const wanted = useMemo(() => ({ id: customerId, ...timelineVariables(search) }), [customerId, search]);
  const variables = useDeferredValue(wanted);
  const client = useApolloClient();
  const { data, refetch } = useSuspenseQuery(timelineQuery, { variables, errorPolicy: 'all' });
  const [loading, setLoading] = useState(false);
  const connection = data?.customer?.timeline;
  const entries = useMemo(() => connection?.edges.map(({ node }) => node) ?? [], [connection]);
  const days = useMemo(() => groupEntries(entries), [entries]);
  const kinds = useMemo(() => [...new Set(entries.map(({ kind }) => kind))], [entries]);
  const filtered = Boolean(search.dept || search.kind || search.at);

  const older = async () => {
    if (!connection) return;
    setLoading(true);
    const next = { ...variables, after: connection.pageInfo.endCursor };
    // Not the timeline's own question: when older happenings fail, the newer ones stay.
    await client
      .query({ query: timelineQuery, variables: next, fetchPolicy: 'network-only' })
      .catch(() => sayFailed(say('timeline.olderFailed'), older));
    setLoading(false);
  };

  return (
    <Card
      title={say('timeline.title')}
      aside={
        <TimelineFilters customerId={customerId} search={search} change={change} kinds={kinds} first={lens} />
      }
    >
      {children}
      {!connection && <Broken onRetry={() => void refetch()} />}
      {connection && entries.length === 0 && (
        <CardNote>{say(filtered ? 'timeline.noneMatch' : 'timeline.none')}</CardNote>
      )}
      <div className={styles.days} data-stale={wanted !== variables || undefined}>
        {days.map((day) => (
          <TimelineDay
            key={day.day}
            day={day}
            lens={lens}
            focused={departments.length !== (search.dept?.length ?? 3)}
          />
        ))}
      </div>
      {connection?.pageInfo.hasNextPage && (
        <button type="button" className={styles.older} onClick={() => void older()} disabled={loading}>
          {say(loading ? 'ui.loading' : 'timeline.older')}
        </button>
      )}
      {connection && !connection.pageInfo.hasNextPage && entries.length > 0 && (
        <p className={styles.end}>{say('timeline.end')}</p>
      )}
    </Card>
  );
}

function TimelineDay({ day, lens, focused }: { day: Day; lens: Department; focused: boolean }) {
  const { date } = useFormat();
  const quiet = (entry: Entry) => !focused && entry.department !== lens;
  return (
    <section className={styles.day}>
      <h3>{date(`${day.day}T12:00:00`, 'day')}</h3>
      <ol>
        {day.lines.map((line) =>
          line.kind === 'one' ? (
            <TimelineEntry key={line.entry.id} entry={line.entry} quiet={quiet(line.entry)} />
          ) : (
            <Bundle key={line.key} line={line} quiet={quiet} />
          ),
        )}
      </ol>
    </section>
  );
}

function Bundle({
  line,
  quiet,
}: {
  line: Extract<Line, { kind: 'many' }>;
  quiet: (entry: Entry) => boolean;
}) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const first = line.entries[0];
  if (!first) return null;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <li className={styles.bundle}>
        <DepartmentBadge department={first.department} small />
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Chevron size={15} aria-hidden />
          {say('timeline.alike', { count: line.entries.length })}
          <span>{titleText(first, say)}</span>
        </button>
      </li>
      {open &&
        line.entries.map((entry) => <TimelineEntry key={entry.id} entry={entry} quiet={quiet(entry)} />)}
    </>
  );
}
