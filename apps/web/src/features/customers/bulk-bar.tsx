import { useApolloClient, useQuery } from '@apollo/client/react';
import { Combine, Download, Eraser, Tag, UserRound, X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Popover } from '#ui/popover/popover.tsx';
import { addTag, assignOwner, type Chosen, collectChosen, type Question, removeTag } from './bulk.ts';
import styles from './bulk-bar.module.css';
import { facetsQuery } from './facets.ts';
import { countSelected, type Selection } from './selection.ts';
import { useExport } from './tools/use-export.ts';

/** What can be done with the chosen customers. */
export function BulkBar({
  selection,
  total,
  matching,
  question,
  onAll,
  onNone,
  onMerge,
}: {
  selection: Selection;
  /** How many match, where that is known exactly. */
  total: number | undefined;
  /** How many match, in words. */
  matching: string;
  question: Question;
  onAll: () => void;
  onNone: () => void;
  /** Absent unless exactly two are chosen, and for people who may not. */
  onMerge: (() => void) | undefined;
}) {
  const say = useWords();
  const client = useApolloClient();
  const [open, setOpen] = useState<'owner' | 'tag' | 'untag' | null>(null);
  const [busy, setBusy] = useState(false);
  // Words already in use are offered; any other may be typed.
  const { data: facets } = useQuery(facetsQuery, { variables: { filter: null } });
  const count = countSelected(selection, total);
  const takeFile = useExport();
  // What was chosen stays chosen: a file changes nobody.
  const takeChosen = may('Mutation.exportCustomers') ? () => void takeFile(question, selection) : undefined;

  const perform = async (
    text: (chosen: readonly Chosen[]) => string,
    act: (chosen: Chosen[]) => Promise<() => Promise<void>>,
  ) => {
    setOpen(null);
    setBusy(true);
    try {
      const chosen = await collectChosen(client, selection, question);
      const undo = await act(chosen);
      offerUndo(text(chosen), () => undo().catch(() => void sayFailed(say('customers.bulkFailed'), undo)));
      onNone();
    } catch {
      sayFailed(say('customers.bulkFailed'), () => perform(text, act));
    } finally {
      setBusy(false);
    }
  };
  const assignTo = (name: string) =>
    void perform(
      ({ length: count }) =>
        name ? say('customers.assigned', { count, name }) : say('customers.unassigned', { count }),
      (chosen) => assignOwner(client, chosen, name || null),
    );
  const tagWith = (word: string) =>
    word &&
    void perform(
      ({ length: count }) => say('customers.tagged', { count, tag: word }),
      (chosen) => addTag(client, chosen, word),
    );
  const untag = (word: string) =>
    word &&
    void perform(
      (chosen) =>
        say('tags.untagged', { count: chosen.filter(({ tags }) => tags.includes(word)).length, tag: word }),
      (chosen) => removeTag(client, chosen, word),
    );

  useCommands({
    id: 'bulk',
    label: 'customers.bulk',
    commands: [
      { id: 'bulk-assign', label: 'customers.assign', keys: 'a', run: () => setOpen('owner') },
      { id: 'bulk-tag', label: 'customers.tagAct', keys: 't', run: () => setOpen('tag') },
      ...(takeChosen
        ? [{ id: 'bulk-export', label: 'customers.export', keys: 'e', run: takeChosen } as const]
        : []),
      ...(onMerge
        ? [{ id: 'bulk-merge', label: 'customers.mergeTwo', keys: 'm', run: onMerge } as const]
        : []),
      { id: 'bulk-untag', label: 'tags.untag', keys: 'u', run: () => setOpen('untag') },
      { id: 'bulk-none', label: 'customers.selectNone', keys: 'esc', keyboardOnly: true, run: onNone },
    ],
  });

  return (
    <section className={styles.bar} aria-label={say('customers.bulk')} aria-busy={busy}>
      <span className={styles.count}>
        {count === undefined
          ? say('customers.allSelected', { matching })
          : say('customers.selected', { count })}
      </span>
      {selection.mode === 'some' && (total === undefined || total > selection.ids.size) && (
        <button type="button" className={styles.all} onClick={onAll}>
          {say('customers.takeAll', { matching })}
        </button>
      )}
      <span className={styles.acts}>
        <BulkWord
          label={say('customers.assign')}
          keys="a"
          icon={<UserRound size={15} aria-hidden />}
          suggestions={facets?.customerFacets.owners.map(({ value }) => value) ?? []}
          empty={say('customers.nobody')}
          open={open === 'owner'}
          onOpen={(next) => setOpen(next ? 'owner' : null)}
          onWord={assignTo}
        />
        <BulkWord
          label={say('customers.tagAct')}
          keys="t"
          icon={<Tag size={15} aria-hidden />}
          suggestions={facets?.customerFacets.tags.map(({ value }) => value) ?? []}
          open={open === 'tag'}
          onOpen={(next) => setOpen(next ? 'tag' : null)}
          onWord={tagWith}
        />
        <BulkWord
          label={say('tags.untag')}
          keys="u"
          icon={<Eraser size={15} aria-hidden />}
          suggestions={facets?.customerFacets.tags.map(({ value }) => value) ?? []}
          open={open === 'untag'}
          onOpen={(next) => setOpen(next ? 'untag' : null)}
          onWord={untag}
        />
        {onMerge && (
          <button type="button" className={styles.act} onClick={onMerge}>
            <Combine size={15} aria-hidden />
            {say('customers.mergeTwo')}
            <KeyHint keys="m" />
          </button>
        )}
        {takeChosen && (
          <button type="button" className={styles.act} onClick={takeChosen}>
            <Download size={15} aria-hidden />
            {say('customers.export')}
            <KeyHint keys="e" />
          </button>
        )}
      </span>
      <button
        type="button"
        className={styles.close}
        aria-label={say('customers.selectNone')}
        onClick={onNone}
      >
        <X size={16} aria-hidden />
      </button>
    </section>
  );
}

function BulkWord({
  label,
  keys,
  icon,
  suggestions,
  empty,
  open,
  onOpen,
  onWord,
}: {
  label: string;
  keys: string;
  icon: ReactNode;
  suggestions: readonly string[];
  /** What an empty word means, where it means something. */
  empty?: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onWord: (word: string) => void;
}) {
  const say = useWords();
  const [word, setWord] = useState('');
  const id = useId();
  return (
    <Popover
      label={label}
      className={styles.act}
      open={open}
      onOpen={onOpen}
      trigger={
        <>
          {icon}
          {label}
          <KeyHint keys={keys} />
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onWord(word.trim());
          setWord('');
        }}
      >
        <label>
          {label}
          <input
            list={id}
            value={word}
            placeholder={empty}
            onChange={(event) => setWord(event.target.value)}
          />
        </label>
        <datalist id={id}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <button type="submit" disabled={!word.trim() && !empty}>
          {say('customers.apply')}
        </button>
      </form>
    </Popover>
  );
}
