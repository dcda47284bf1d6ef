import { Plus, Settings2 } from 'lucide-react';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { parseSearch } from '#lib/search-params.ts';
import { useCurrentInSight } from '#lib/use-in-sight.ts';
import { useSavedViews } from '#ui/saved-views/use-saved-views.ts';
import { ViewForm } from '#ui/saved-views/view-form.tsx';
import { isNarrowed, viewPart } from './inbox-asked.ts';
import { type InboxSearch, type InboxView, inboxViews, readInboxSearch } from './inbox-search.ts';
import styles from './inbox-views.module.css';

const words = {
  mine: 'support.viewMine',
  unassigned: 'support.viewUnassigned',
  breaching: 'support.viewBreaching',
  open: 'support.viewOpen',
  all: 'support.viewAll',
} as const satisfies Record<InboxView, MessageId>;

/** The views of the inbox with how many wait in each, and those that people saved. */
export function InboxViews({
  search,
  counts,
  open,
}: {
  search: InboxSearch;
  counts: { mine: number; unassigned: number; breaching: number; open: number } | undefined;
  open: (search: InboxSearch) => void;
}) {
  const say = useWords();
  const { number } = useFormat();
  const { views: saved, keep, putAway, move } = useSavedViews('inbox');
  const now = viewPart(search);
  const row = useCurrentInSight(now);
  const isHouse = !search.order && !isNarrowed(search);
  const isSaved = saved.some((view) => view.search === now);

  return (
    <nav ref={row} className={styles.views} aria-label={say('support.views')}>
      {inboxViews.map((view) => {
        const count = view === 'all' ? undefined : counts?.[view];
        const current = !isSaved && (search.view ?? 'open') === view;
        return (
          <button
            key={view}
            type="button"
            className={styles.view}
            data-urgent={(view === 'breaching' && Boolean(count)) || undefined}
            aria-current={current ? 'page' : undefined}
            onClick={() => open({ view })}
          >
            {say(words[view])}
            {count !== undefined && <span className={styles.count}>{number(count)}</span>}
          </button>
        );
      })}
      {saved.map((view) => (
        <span key={view.id} className={styles.saved}>
          <button
            type="button"
            className={styles.view}
            aria-current={view.search === now ? 'page' : undefined}
            title={view.isMine ? undefined : say('ui.viewSharedBy', { name: view.ownerName })}
            onClick={() => open(readInboxSearch(parseSearch(view.search)))}
          >
            {view.name}
          </button>
          {view.isMine && view.search === now && (
            <ViewForm
              label={say('ui.viewChange', { name: view.name })}
              className={styles.view}
              before={view}
              trigger={
                <>
                  <Settings2 size={14} aria-hidden />
                  <span className="unseen">{say('ui.viewChange', { name: view.name })}</span>
                </>
              }
              onKeep={(wish) => void keep({ ...wish, id: view.id, search: view.search })}
              onPutAway={() => void putAway(view)}
              onMove={(by) => void move(view, by)}
            />
          )}
        </span>
      ))}
      {!isHouse && !isSaved && (
        <ViewForm
          label={say('support.saveView')}
          className={styles.view}
          trigger={
            <>
              <Plus size={14} aria-hidden />
              {say('support.saveView')}
            </>
          }
          onKeep={(wish) => void keep({ ...wish, search: now })}
        />
      )}
    </nav>
  );
}
