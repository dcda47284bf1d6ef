import { useQuery } from '@apollo/client/react';
import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, type Say, useWords } from '#lib/intl/words.ts';
import { colleagueText } from '#lib/source-text.ts';
import { Popover } from '#ui/popover/popover.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { inboxFacetsQuery } from './desk.documents.ts';
import { type InboxFilterName, inboxFilters, inboxVariables } from './inbox-asked.ts';
import styles from './inbox-filters.module.css';
import { type InboxSearch, pressing, statuses } from './inbox-search.ts';
import { channelWords, priorityWords, statusWords } from './words.ts';

const labels = {
  assignee: 'support.fieldAssignee',
  status: 'support.fieldStatus',
  priority: 'support.fieldPriority',
  channel: 'support.filterChannel',
} as const satisfies Record<InboxFilterName, MessageId>;

/** Values that are known without asking, in their order. */
const known: Partial<Record<InboxFilterName, readonly string[]>> = {
  status: statuses,
  priority: pressing,
};

const words: Record<InboxFilterName, Readonly<Record<string, MessageId>>> = {
  assignee: {},
  status: statusWords,
  priority: priorityWords,
  channel: channelWords,
};

function valueText(name: InboxFilterName, value: string, say: Say): string {
  const word = words[name][value];
  if (word) return say(word);
  return name === 'assignee' ? colleagueText(value) : value;
}

type Change = (name: InboxFilterName, values: string[] | undefined) => void;

/** What narrows the inbox: who looks after a ticket, where it stands, how it presses, and how it came. */
export function InboxFilters({ search, onChange }: { search: InboxSearch; onChange: Change }) {
  const say = useWords();
  const [open, setOpen] = useState<InboxFilterName | null>(null);
  return (
    <div className={styles.filters} role="group" aria-label={say('support.filters')}>
      {inboxFilters.map((name) => {
        const chosen = search[name];
        const label = say(labels[name]);
        const text = chosen
          ? say('support.filterChosen', {
              label,
              first: valueText(name, chosen[0]!, say),
              more: chosen.length - 1,
            })
          : label;
        return (
          <span key={name} className={styles.filter} data-on={chosen ? '' : undefined}>
            <Popover
              label={label}
              className={styles.open}
              open={open === name}
              onOpen={(opens) => setOpen(opens ? name : null)}
              trigger={
                <>
                  <span>{text}</span>
                  {!chosen && <ChevronDown size={13} aria-hidden />}
                </>
              }
            >
              <Options name={name} search={search} onChange={onChange} />
            </Popover>
            {chosen && (
              <button
                type="button"
                className={styles.off}
                aria-label={say('support.fieldUnfilter', { what: text })}
                onClick={() => onChange(name, undefined)}
              >
                <X size={13} aria-hidden />
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}

const facetOf = {
  assignee: 'assignees',
  status: 'statuses',
  priority: 'priorities',
  channel: 'channels',
} as const satisfies Record<InboxFilterName, string>;

function Options({
  name,
  search,
  onChange,
}: {
  name: InboxFilterName;
  search: InboxSearch;
  onChange: Change;
}) {
  const say = useWords();
  const { number } = useFormat();
  // Counted without this filter itself: otherwise the values not yet chosen would all say none.
  const { filter } = inboxVariables({ ...search, [name]: undefined });
  const { data, error } = useQuery(inboxFacetsQuery, {
    variables: { filter: name === 'status' ? { ...filter, solvedToo: true } : filter },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <p className={styles.note}>{say('ui.failed')}</p>;
  const counts = new Map(data?.inboxFacets[facetOf[name]].map(({ value, count }) => [value, count]));
  const chosen: readonly string[] = search[name] ?? [];
  const values = known[name] ?? [...new Set([...counts.keys(), ...chosen])];
  return (
    <fieldset className={styles.options}>
      <legend className="unseen">{say(labels[name])}</legend>
      {!data && !known[name] && [0, 1, 2].map((each) => <Bone key={each} height={22} />)}
      {data && values.length === 0 && <p className={styles.note}>{say('support.filterNone')}</p>}
      {values.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => {
              const next = target.checked ? [...chosen, value] : chosen.filter((one) => one !== value);
              onChange(name, next.length > 0 ? next : undefined);
            }}
          />
          <span>{valueText(name, value, say)}</span>
          {data && <small>{number(counts.get(value) ?? 0)}</small>}
        </label>
      ))}
    </fieldset>
  );
}
