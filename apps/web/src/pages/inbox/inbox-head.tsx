import { Plus, Search } from 'lucide-react';
import { type ComponentProps, type RefObject, useEffect, useState } from 'react';
import { FieldFilter, type InboxOrder, type InboxSearch, InboxViews, inboxOrders } from '#features/support';
import { useWords } from '#lib/intl/words.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Button } from '#ui/button/button.tsx';
import { clean } from './clean-search.ts';
import styles from './inbox.module.css';

const orderWords = {
  due: 'support.orderDue',
  newest: 'support.orderNewest',
  oldest: 'support.orderOldest',
  priority: 'support.orderPriority',
} as const;

/** What the list shows and in which order: views with their counts, words to find, fields of one's own. */
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
  const [text, setText] = useState(q ?? '');
  useEffect(() => setText(q ?? ''), [q]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const words = text.trim();
      if (words !== (q ?? '')) go(clean({ view, order, f, q: words || undefined }));
    }, 250);
    return () => clearTimeout(timer);
  }, [text, q, f, view, order, go]);

  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>{say('support.inbox')}</h1>
        {onAdd && (
          <Button tone="primary" icon={<Plus size={15} aria-hidden />} onClick={onAdd}>
            {say('support.newTicket')}
          </Button>
        )}
      </div>
      <InboxViews search={search} counts={counts} open={(to) => go(clean(to))} />
      <div className={styles.tools}>
        <label className={styles.find}>
          <Search size={15} aria-hidden />
          <span className="unseen">{say('support.find')}</span>
          <input
            ref={find}
            type="search"
            value={text}
            placeholder={say('support.find')}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
          <KeyHint keys="/" />
        </label>
        <select
          aria-label={say('support.order')}
          value={order ?? (view === 'all' ? 'newest' : 'due')}
          onChange={(event) => go(clean({ view, q, f, order: event.target.value as InboxOrder }))}
        >
          {inboxOrders.map((one) => (
            <option key={one} value={one}>
              {say(orderWords[one])}
            </option>
          ))}
        </select>
        <FieldFilter asked={f} onAsk={(asked) => go(clean({ view, order, q, f: asked }))} />
      </div>
    </header>
  );
}
