import { useApolloClient, useQuery } from '@apollo/client/react';
import { Fragment, useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { Table } from '#ui/table/table.tsx';
import { Candidates } from './candidates.tsx';
import { keepableQuery, withdrawPublished } from './promises.documents.ts';
import styles from './promises.module.css';
import { PublishDialog } from './publish-dialog.tsx';
import { channelText, kindWords, spanText } from './words.ts';

type Published = ResultOf<typeof keepableQuery>['publishedPromises'][number];

/** What can be promised and what is: for each kind of work and channel the shortest time that past performance would have kept. */
export function PromiseCalculator() {
  const say = useWords();
  const { number, percent } = useFormat();
  const { data, error, refetch } = useQuery(keepableQuery, { fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const keepable = data?.keepablePromises ?? [];
  const published = data?.publishedPromises ?? [];
  return (
    <>
      {may('Mutation.publishPromise') && (
        <div className={styles.foot}>
          <Button tone="primary" disabled={!data} onClick={() => setPublishing(true)}>
            {say('promises.publish')}
          </Button>
        </div>
      )}
      {data && keepable.length === 0 && <CardNote>{say('promises.noHistory')}</CardNote>}
      {keepable.length > 0 && (
        <Table
          label={say('promises.keepable')}
          head={[
            say('promises.what'),
            say('promises.channel'),
            say('promises.shortest'),
            say('promises.inTime'),
            say('promises.cases'),
            say('promises.all'),
          ]}
        >
          {keepable.map((each) => {
            const key = `${each.kind} ${each.channel}`;
            const share = each.shortest?.share;
            return (
              <Fragment key={key}>
                <tr>
                  <td>{say(kindWords[each.kind])}</td>
                  <td>{channelText(each.channel, say)}</td>
                  <td>
                    {each.shortest ? (
                      <b>{spanText(each.shortest.minutes, say)}</b>
                    ) : (
                      <Pill tone="warn">{say('promises.nothingHolds')}</Pill>
                    )}
                  </td>
                  <td className={styles.share}>
                    {share && share.p !== null && share.lo !== null && share.hi !== null ? (
                      <>
                        {percent(share.p)}{' '}
                        <small>
                          {percent(share.lo)}–{percent(share.hi)}
                        </small>
                      </>
                    ) : (
                      <Nothing />
                    )}
                  </td>
                  <td>{number(each.n)}</td>
                  <td className={styles.act}>
                    <Button
                      tone="quiet"
                      flush
                      aria-expanded={open === key}
                      onClick={() => setOpen(open === key ? null : key)}
                    >
                      {say(open === key ? 'promises.hide' : 'promises.show')}
                    </Button>
                  </td>
                </tr>
                {open === key && (
                  <tr>
                    <td colSpan={6}>
                      <Candidates keepable={each} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </Table>
      )}
      <h3>{say('promises.published')}</h3>
      {data && published.length === 0 && <CardNote>{say('promises.nonePublished')}</CardNote>}
      <ul>
        {published.map((promise) => (
          <PublishedLine key={promise.id} promise={promise} again={() => void refetch()} />
        ))}
      </ul>
      {publishing && (
        <PublishDialog
          keepable={keepable}
          onClose={() => setPublishing(false)}
          onPublished={() => void refetch()}
        />
      )}
    </>
  );
}

function PublishedLine({ promise, again }: { promise: Published; again: () => void }) {
  const say = useWords();
  const client = useApolloClient();
  const { date, percent } = useFormat();
  const take = async (withdrawn: boolean) => {
    try {
      const { data } = await client.mutate({
        mutation: withdrawPublished,
        variables: { id: promise.id, withdrawn },
      });
      const answer = data?.withdrawPublishedPromise;
      if (answer?.__typename !== 'PublishedPromise')
        return void sayFailed(answer ? refusalText(answer, say) : say('promises.failed'));
      again();
      if (withdrawn) offerUndo(say('promises.takenDown'), () => take(false));
    } catch {
      sayFailed(say('promises.failed'));
    }
  };
  const { since } = promise;
  return (
    <li className={styles.published}>
      <div className={styles.what}>
        <span className={styles.words}>{promise.words}</span>
        <span className={styles.sub}>
          {[
            say(kindWords[promise.kind]),
            channelText(promise.channel, say),
            spanText(promise.minutes, say),
            say('promises.publishedBy', {
              name: promise.publishedByName,
              day: date(promise.publishedAt),
            }),
          ].join(' · ')}
        </span>
        {promise.overrideReason && (
          <span className={styles.evidence}>
            {say('promises.anyway', {
              k: promise.known.k,
              n: promise.known.n,
              reason: promise.overrideReason,
            })}
          </span>
        )}
      </div>
      <div className={styles.state}>
        {since.p === null || since.lo === null || since.hi === null ? (
          <span className={styles.sub}>{say('promises.notYet')}</span>
        ) : (
          <Pill tone={since.lo >= 0.9 ? 'good' : since.hi < 0.9 ? 'bad' : 'plain'}>
            {say('promises.since', { share: percent(since.p), n: since.n })}
          </Pill>
        )}
        {may('Mutation.withdrawPublishedPromise') && (
          <Button tone="quiet" onClick={() => void take(true)}>
            {say('promises.takeDown')}
          </Button>
        )}
      </div>
    </li>
  );
}
