import { type ComponentProps, type RefObject, useCallback } from 'react';
import { FieldFilter, InboxFilters, type InboxSearch, InboxViews, inboxOrders } from '#features/support';
import { useWords } from '#lib/intl/words.ts';
import { WorkHead } from '#ui/work-list/work-head.tsx';
import { clean } from './clean-search.ts';

const orderWords = {
  due: 'support.orderDue',
  newest: 'support.orderNewest',
  oldest: 'support.orderOldest',
  priority: 'support.orderPriority',
} as const;

/** What the inbox shows and in which order: views with their counts, words to find, fields of one's own. */
export function InboxHead({
  search,
  counts,
  find,
  go,
  onAdd,
}: {
  search: InboxSearch;
  counts: ComponentProps<typeof InboxViews>['counts'];
  /** The field to find by, for its key. */
  find: RefObject<HTMLInputElement | null>;
  go: (next: InboxSearch) => void;
  onAdd?: () => void;
}) {
  const say = useWords();
  const { view, order, q, f } = search;
  const onFind = useCallback((text: string | undefined) => go(clean({ ...search, q: text })), [go, search]);
  return (
    <WorkHead
      title={say('support.inbox')}
      add={onAdd && { label: say('support.newTicket'), onAdd }}
      views={<InboxViews search={search} counts={counts} open={(to) => go(clean(to))} />}
      find={{ label: say('support.find'), text: q, field: find, onFind }}
      order={{
        label: say('support.order'),
        value: order ?? (view === 'all' ? 'newest' : 'due'),
        options: inboxOrders.map((one) => [one, say(orderWords[one])] as const),
        onOrder: (next) => go(clean({ ...search, order: next })),
      }}
    >
      <FieldFilter asked={f} onAsk={(asked) => go(clean({ ...search, f: asked }))} />
      <InboxFilters search={search} onChange={(name, values) => go(clean({ ...search, [name]: values }))} />
    </WorkHead>
  );
}
