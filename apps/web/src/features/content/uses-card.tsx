import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { contentUsesQuery } from './content.documents.ts';
import styles from './content.module.css';
import { actWords, channelWords, outcomeText } from './words.ts';

/** To whom a piece of content was given, the newest first, and what each of them did next. */
export function UsesCard({
  itemId,
  customerLink,
}: {
  itemId: string;
  customerLink: (customer: { id: string; displayName: string }) => ReactNode;
}) {
  const say = useWords();
  const { ago, date } = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(contentUsesQuery, {
    variables: { id: itemId },
    fetchPolicy: 'cache-and-network',
  });
  const uses = data?.contentItem?.uses;
  return (
    <Card title={say('content.givenTo')}>
      {error && !data && <Broken onRetry={() => void refetch()} />}
      {!data && !error && <Bone height={48} />}
      {uses?.edges.length === 0 && <CardNote>{say('content.notGivenYet')}</CardNote>}
      <ul>
        {uses?.edges.map(({ node: use }) => (
          <li key={use.id} className={styles.use}>
            <span>{use.customer ? customerLink(use.customer) : '—'}</span>
            <time dateTime={use.at} title={date(use.at, 'dateTime')} className={styles.when}>
              {ago(use.at)}
            </time>
            <span className={styles.sub}>
              {[
                say(actWords[use.act]),
                say(channelWords[use.channel]),
                use.userName,
                say('content.versionNo', { version: use.version }),
                use.language.toUpperCase(),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className={styles.sub}>
              {[
                use.openedAt
                  ? say('content.openedWhen', { when: ago(use.openedAt) })
                  : say('content.notOpened'),
                use.movedTo && say('content.movedTo', { stage: say(stageWords[use.movedTo]) }),
                use.outcome && outcomeText(use.outcome, say),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {uses?.pageInfo.hasNextPage && (
        <Button
          tone="quiet"
          onClick={() =>
            void fetchMore({
              variables: { after: uses.pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult }) =>
                before.contentItem && fetchMoreResult.contentItem
                  ? {
                      contentItem: {
                        ...before.contentItem,
                        uses: {
                          ...fetchMoreResult.contentItem.uses,
                          edges: [
                            ...before.contentItem.uses.edges,
                            ...fetchMoreResult.contentItem.uses.edges,
                          ],
                        },
                      },
                    }
                  : before,
            })
          }
        >
          {say('content.more')}
        </Button>
      )}
    </Card>
  );
}
