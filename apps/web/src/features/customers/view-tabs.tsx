import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { offerUndo } from '#lib/undo/toasts.ts';
import { Popover } from '#ui/popover/popover.tsx';
import type { ListSearch } from './list-search.ts';
import styles from './view-tabs.module.css';
import {
  houseViews,
  personalViews,
  removeView,
  sameSearch,
  saveView,
  saveViewAs,
  type View,
} from './views.ts';

/** The saved views as tabs. The one that was opened stays marked while it is changed, with a dot and three ways on. */
export function ViewTabs({ search, open }: { search: ListSearch; open: (search: ListSearch) => void }) {
  const say = useWords();
  const personal = useStore(personalViews);
  const all = [...houseViews, ...personal];
  const exact = all.find((view) => sameSearch(view.search, search));
  const [base, setBase] = useState(exact?.id ?? 'all');
  const current = exact ?? all.find(({ id }) => id === base) ?? houseViews[0];
  const dirty = !exact;
  const titleOf = (view: View) => (view.label ? say(view.label) : (view.name ?? ''));

  const choose = (view: View) => {
    setBase(view.id);
    open(view.search);
  };

  return (
    <div className={styles.bar}>
      <nav className={styles.tabs} aria-label={say('customers.views')}>
        {all.map((view) => (
          <span key={view.id} className={styles.tab} data-current={view.id === current?.id || undefined}>
            <button
              type="button"
              aria-current={view.id === current?.id ? 'page' : undefined}
              onClick={() => choose(view)}
            >
              {titleOf(view)}
              {view.id === current?.id && dirty && (
                <span className={styles.dot}>
                  <span className="unseen">{say('customers.unsaved')}</span>
                </span>
              )}
            </button>
            {view.name && view.id === current?.id && (
              <button
                type="button"
                className={styles.remove}
                aria-label={say('customers.removeView', { name: view.name })}
                onClick={() => {
                  const bringBack = removeView(view.id);
                  offerUndo(say('customers.viewRemoved', { name: view.name }), bringBack);
                }}
              >
                <X size={13} aria-hidden />
              </button>
            )}
          </span>
        ))}
      </nav>
      {dirty && current && (
        <div className={styles.acts}>
          <button type="button" onClick={() => open(current.search)}>
            {say('customers.reset')}
          </button>
          {current.name && (
            <button type="button" onClick={() => saveView(current.id, search)}>
              {say('ui.save')}
            </button>
          )}
          <SaveAs onSave={(name) => setBase(saveViewAs(name, search).id)} />
        </div>
      )}
    </div>
  );
}

function SaveAs({ onSave }: { onSave: (name: string) => void }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <Popover
      label={say('customers.saveAs')}
      align="end"
      className={styles.saveAs}
      open={open}
      onOpen={setOpen}
      trigger={
        <>
          <Plus size={14} aria-hidden />
          {say('customers.saveAs')}
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!name.trim()) return;
          onSave(name.trim());
          setOpen(false);
          setName('');
        }}
      >
        <label>
          {say('customers.viewName')}
          <input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit">{say('ui.save')}</button>
      </form>
    </Popover>
  );
}
