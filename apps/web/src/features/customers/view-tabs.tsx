import { Plus, Settings2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { parseSearch } from '#lib/search-params.ts';
import { useCurrentInSight } from '#lib/use-in-sight.ts';
import { type KeptView, useSavedViews } from '#ui/saved-views/use-saved-views.ts';
import { ViewForm } from '#ui/saved-views/view-form.tsx';
import { type ListSearch, readListSearch } from './list-search.ts';
import styles from './view-tabs.module.css';
import { houseViews, putBackBrowserViews, sameSearch, takeBrowserViews, textOfView } from './views.ts';

interface Tab {
  id: string;
  title: string;
  search: ListSearch;
  kept?: KeptView;
}

/** The saved views as tabs. The one that was opened stays marked while it is changed, with a dot and three ways on. */
export function ViewTabs({ search, open }: { search: ListSearch; open: (search: ListSearch) => void }) {
  const say = useWords();
  const { views, isKnown, keep, putAway, move } = useSavedViews('customers');
  const all: Tab[] = [
    ...houseViews.map(({ id, label, search }) => ({ id, title: say(label), search })),
    ...views.map((kept) => ({
      id: kept.id,
      title: kept.name,
      search: readListSearch(parseSearch(kept.search)),
      kept,
    })),
  ];
  const exact = all.find((tab) => sameSearch(tab.search, search));
  const [base, setBase] = useState(exact?.id ?? 'all');
  const current = exact ?? all.find(({ id }) => id === base) ?? all[0]!;
  const mine = current.kept?.isMine ? current.kept : undefined;
  const dirty = !exact;

  const keeping = useRef(keep);
  keeping.current = keep;
  useEffect(() => {
    if (isKnown) void bringBrowserViews((view) => keeping.current({ ...view, sharedWith: 'NOBODY' }, true));
  }, [isKnown]);

  const row = useCurrentInSight(current.id ?? null);

  const choose = (tab: Tab) => {
    setBase(tab.id);
    open(tab.search);
  };

  return (
    <div className={styles.bar}>
      <nav ref={row} className={styles.tabs} aria-label={say('customers.views')}>
        {all.map((tab) => (
          <span key={tab.id} className={styles.tab} data-current={tab.id === current.id || undefined}>
            <button
              type="button"
              aria-current={tab.id === current.id ? 'page' : undefined}
              title={
                tab.kept && !tab.kept.isMine
                  ? say('ui.viewSharedBy', { name: tab.kept.ownerName })
                  : undefined
              }
              onClick={() => choose(tab)}
            >
              {tab.title}
              {tab.id === current.id && dirty && (
                <span className={styles.dot}>
                  <span className="unseen">{say('customers.unsaved')}</span>
                </span>
              )}
            </button>
          </span>
        ))}
      </nav>
      <div className={styles.acts}>
        {dirty && (
          <>
            <button type="button" onClick={() => open(current.search)}>
              {say('customers.reset')}
            </button>
            {mine && (
              <button
                type="button"
                onClick={() =>
                  void keep({
                    id: mine.id,
                    name: mine.name,
                    search: textOfView(search),
                    sharedWith: mine.sharedWith,
                  })
                }
              >
                {say('ui.save')}
              </button>
            )}
            <ViewForm
              label={say('customers.saveAs')}
              className={styles.saveAs}
              trigger={
                <>
                  <Plus size={14} aria-hidden />
                  {say('customers.saveAs')}
                </>
              }
              onKeep={(wish) =>
                void keep({ ...wish, search: textOfView(search) }).then((id) => id && setBase(id))
              }
            />
          </>
        )}
        {mine && !dirty && (
          <ViewForm
            key={mine.id}
            label={say('ui.viewChange', { name: mine.name })}
            className={styles.saveAs}
            before={mine}
            trigger={
              <>
                <Settings2 size={15} aria-hidden />
                <span className="unseen">{say('ui.viewChange', { name: mine.name })}</span>
              </>
            }
            onKeep={(wish) => void keep({ ...wish, id: mine.id, search: mine.search })}
            onMove={(by) => void move(mine, by)}
            onPutAway={() => {
              setBase('all');
              void putAway(mine);
            }}
          />
        )}
      </div>
    </div>
  );
}

async function bringBrowserViews(
  keep: (view: { name: string; search: string }) => Promise<string | undefined>,
): Promise<void> {
  const left = [];
  for (const view of takeBrowserViews()) if (!(await keep(view))) left.push(view);
  if (left.length > 0) putBackBrowserViews(left);
}
