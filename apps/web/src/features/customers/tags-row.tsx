import { useApolloClient, useQuery } from '@apollo/client/react';
import { RotateCcw } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { ownSource, sourcesText } from '#lib/source-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Chip } from '#ui/badges/chip.tsx';
import { NewTag } from '#ui/form/new-tag.tsx';
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
            <Chip
              isOff={isOff}
              act={
                mayTag
                  ? {
                      label: say(isOff ? 'tags.on' : 'tags.off', { tag }),
                      icon: isOff ? <RotateCcw size={12} aria-hidden /> : undefined,
                      run: () => void set(tag, isOff),
                    }
                  : undefined
              }
            >
              {tag}
            </Chip>
            {others && <small>{isOff ? say('tags.isOff', { sources: others }) : others}</small>}
          </li>
        );
      })}
      {mayTag && (
        <li>
          <NewTag
            word={say('tags.add')}
            label={say('tags.new')}
            suggestions={(id) => <InUse id={id} />}
            onTag={(tag) => {
              if (!known.some((one) => one.tag === tag && !one.isOff)) void set(tag, true);
            }}
          />
        </li>
      )}
    </ul>
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
