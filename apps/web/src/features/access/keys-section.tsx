import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import { holdBack } from '#lib/undo/hold-back.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { Table } from '#ui/table/table.tsx';
import { NewKey } from './new-key.tsx';
import { keysQuery, revokeKey } from './settings.documents.ts';
import styles from './settings.module.css';

type Key = ResultOf<typeof keysQuery>['intakeKeys'][number];

/** The keys with which other systems write here: each for one source, none can read anything. */
export function KeysSection() {
  const say = useWords();
  const { date, ago } = useFormat();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(keysQuery, { fetchPolicy: 'cache-and-network' });
  const [making, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<ReadonlySet<string>>(new Set());
  const revoke = (key: Key) => {
    setRevoked((before) => new Set(before).add(key.id));
    const back = () => setRevoked((before) => new Set([...before].filter((id) => id !== key.id)));
    holdBack(
      say('access.keyRevoked', { name: key.name }),
      (leaving) =>
        void client
          .mutate({
            mutation: revokeKey,
            variables: { id: key.id },
            context: { fetchOptions: { keepalive: leaving } },
          })
          .then(() => refetch())
          .catch(() => {
            back();
            sayFailed(say('access.keyStillWorks', { name: key.name }), () => revoke(key));
          }),
      back,
    );
  };
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const keys = data?.intakeKeys ?? [];
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p>{say('access.keysText')}</p>
        {may('Mutation.createIntakeKey') && (
          <Button tone="primary" onClick={() => setMaking(true)}>
            {say('access.newKey')}
          </Button>
        )}
      </div>
      {data && keys.length === 0 && <CardNote>{say('access.noKeys')}</CardNote>}
      {keys.length > 0 && (
        <Table
          label={say('access.keys')}
          head={[
            say('access.keyName'),
            say('access.keySource'),
            say('access.keyBegins'),
            say('access.keyUsed'),
            say('access.keyEnds'),
            say('access.keyNetworks'),
            say('access.state'),
            say('access.acts'),
          ]}
        >
          {keys.map((key) => {
            const isRevoked = revoked.has(key.id) || key.revokedAt !== null;
            const isOver = !isRevoked && key.expiresAt !== null && new Date(key.expiresAt) < new Date();
            return (
              <tr key={key.id}>
                <td className={styles.person}>
                  <b>{key.name}</b>
                  <small>{date(key.createdAt)}</small>
                </td>
                <td>{sourceText(key.source.name, say)}</td>
                <td>
                  <code>{key.prefix}…</code>
                </td>
                <td>{key.lastUsedAt ? ago(key.lastUsedAt) : say('access.never')}</td>
                <td className={styles.when}>{key.expiresAt ? date(key.expiresAt) : say('access.noEnd')}</td>
                <td>
                  {key.allowedNetworks.length > 0 ? key.allowedNetworks.join(', ') : say('access.anywhere')}
                </td>
                <td>
                  <Pill tone={isRevoked || isOver ? 'bad' : 'good'}>
                    {say(isRevoked ? 'access.isRevoked' : isOver ? 'access.isExpired' : 'access.isIn')}
                  </Pill>
                </td>
                <td>
                  {!isRevoked && !isOver && may('Mutation.revokeIntakeKey') && (
                    <Button
                      tone="quiet"
                      flush
                      aria-label={say('access.revokeOf', { name: key.name })}
                      onClick={() => revoke(key)}
                    >
                      {say('access.revoke')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </Table>
      )}
      {making && (
        <NewKey
          sources={data?.sources ?? []}
          onClose={() => {
            setMaking(false);
            void refetch();
          }}
        />
      )}
    </div>
  );
}
