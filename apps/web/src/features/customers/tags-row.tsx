import { useApolloClient, useQuery } from '@apollo/client/react';
import { Plus, RotateCcw, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { ownSource, sourcesText } from '#lib/source-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { facetsQuery } from './facets.ts';
import { customerTags, tagOne } from './tags.documents.ts';
import styles from './tags-row.module.css';

/** The tags of a customer: who says each, taken off where it is read, and a field for another one. */
export function TagsRow({ id, tags }: { id: string; tags: readonly string[] }) {
  const say = useWords();
  const client = useApolloClient();
  const { data } = useQuery(customerTags, { variables: { id }, fetchPolicy: 'cache-and-network' });
  // Until it is known who says them, the tags themselves stand there.
  const known = data?.customer?.tagOrigins ?? tags.map((tag) => ({ tag, sourceNames: [], isOff: false }));
  const mayTag = may('Mutation.tagCustomers');

  const send = async (tag: string, put: boolean) => {
    const { data: answer } = await client.mutate({
      mutation: tagOne,
      variables: { ids: [id], ...(put ? { add: [tag] } : { remove: [tag] }) },
    });
    if (!answer) throw new Error('No answer');
  };
  const set = async (tag: string, put: boolean): Promise<void> => {
    try {
      await send(tag, put);
      offerUndo(say(put ? 'tags.put' : 'tags.taken', { tag }), () =>
        send(tag, !put).catch(() => void sayFailed(say('customers.bulkFailed'), () => send(tag, !put))),
      );
    } catch {
      sayFailed(say('customers.bulkFailed'), () => set(tag, put));
    }
  };
  return (
    <ul className={styles.tags}>
      {known.map(({ tag, sourceNames, isOff }) => {
        const others = sourcesText(
          sourceNames.filter((name) => name !== ownSource),
          say,
        );
        return (
          <li key={tag}>
            <span className={styles.tag} data-off={isOff || undefined}>
              <span>{tag}</span>
              {mayTag && (
                <button
                  type="button"
                  aria-label={say(isOff ? 'tags.on' : 'tags.off', { tag })}
                  title={say(isOff ? 'tags.on' : 'tags.off', { tag })}
                  onClick={() => void set(tag, isOff)}
                >
                  {isOff ? <RotateCcw size={12} aria-hidden /> : <X size={12} aria-hidden />}
                </button>
              )}
            </span>
            {others && <small>{isOff ? say('tags.isOff', { sources: others }) : others}</small>}
          </li>
        );
      })}
      {mayTag && (
        <li>
          <NewTag
            onTag={(tag) => {
              if (!known.some((one) => one.tag === tag && !one.isOff)) void set(tag, true);
            }}
          />
        </li>
      )}
    </ul>
  );
}

function NewTag({ onTag }: { onTag: (tag: string) => void }) {
  const say = useWords();
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  if (text === null)
    return (
      <button type="button" className={styles.add} aria-label={say('tags.new')} onClick={() => setText('')}>
        <Plus size={13} aria-hidden />
        {say('tags.add')}
      </button>
    );
  const keep = (then: string | null) => {
    const tag = text.replace(/\s+/gu, ' ').trim();
    if (tag) onTag(tag);
    setText(then);
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: it appears where somebody just asked for it.
        autoFocus
        value={text}
        list={id}
        maxLength={60}
        aria-label={say('tags.new')}
        placeholder={say('tags.new')}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => keep(null)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') keep('');
          if (event.key === 'Escape') {
            event.stopPropagation();
            setText(null);
          }
        }}
      />
      <InUse id={id} />
    </>
  );
}

/** The tags that customers have already. */
function InUse({ id }: { id: string }) {
  const { data } = useQuery(facetsQuery, { variables: { filter: null } });
  return (
    <datalist id={id}>
      {data?.customerFacets.tags.map(({ value }) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
