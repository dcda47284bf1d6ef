import { useMutation, useQuery } from '@apollo/client/react';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { Popover } from '#ui/popover/popover.tsx';
import { type InboxSearch, type InboxView, inboxViews, readInboxSearch, viewPart } from './inbox-search.ts';
import styles from './inbox-views.module.css';

const viewsQuery = graphql(`
  query InboxViews {
    savedViews(screen: "inbox") { id name search isMine }
  }
`);

const saveMutation = graphql(`
  mutation SaveInboxView($input: SaveView!) {
    saveView(input: $input) {
      __typename
      ... on SavedView { id }
      ... on Refusal { code message }
    }
  }
`);

const removeMutation = graphql(`
  mutation RemoveInboxView($id: ID!) {
    removeView(id: $id) { __typename ... on SavedView { id } ... on Refusal { code message } }
  }
`);

const restoreMutation = graphql(`
  mutation RestoreInboxView($id: ID!) {
    restoreView(id: $id) { __typename ... on SavedView { id } ... on Refusal { code message } }
  }
`);

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
  const { data, refetch } = useQuery(viewsQuery);
  const [save] = useMutation(saveMutation);
  const [remove] = useMutation(removeMutation);
  const [restore] = useMutation(restoreMutation);
  const saved = data?.savedViews ?? [];
  const now = viewPart(search);
  const isHouse = !search.q && !search.order;
  const isSaved = saved.some((view) => view.search === now);
  const failed = () => void sayFailed(say('support.failed'));

  return (
    <nav className={styles.views} aria-label={say('support.views')}>
      {inboxViews.map((view) => {
        const count = view === 'all' ? undefined : counts?.[view];
        const current = isHouse && (search.view ?? 'open') === view;
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
            onClick={() => open(readInboxSearch(Object.fromEntries(new URLSearchParams(view.search))))}
          >
            {view.name}
          </button>
          {view.isMine && view.search === now && (
            <button
              type="button"
              className={styles.remove}
              aria-label={say('support.removeView', { name: view.name })}
              onClick={() =>
                void remove({ variables: { id: view.id } })
                  .then(() => {
                    void refetch();
                    offerUndo(say('support.viewRemoved'), () =>
                      restore({ variables: { id: view.id } }).then(() => void refetch(), failed),
                    );
                  })
                  .catch(failed)
              }
            >
              <X size={13} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!isHouse && !isSaved && (
        <SaveAs
          onSave={(name) =>
            void save({ variables: { input: { screen: 'inbox', name, search: now } } })
              .then(() => {
                void refetch();
                sayDone(say('support.viewSaved'));
              })
              .catch(failed)
          }
        />
      )}
    </nav>
  );
}

function SaveAs({ onSave }: { onSave: (name: string) => void }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <Popover
      label={say('support.saveView')}
      align="end"
      className={styles.view}
      open={open}
      onOpen={setOpen}
      trigger={
        <>
          <Plus size={14} aria-hidden />
          {say('support.saveView')}
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
          {say('support.viewName')}
          <input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit" className={styles.view}>
          {say('ui.save')}
        </button>
      </form>
    </Popover>
  );
}
