import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { subjectText } from '#lib/subject-text.ts';
import { Button } from '#ui/button/button.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { Table } from '#ui/table/table.tsx';
import { actWords, detailsText } from './act-words.ts';
import { auditQuery } from './settings.documents.ts';
import styles from './settings.module.css';

/** What was done here, by whom and to whom, newest first. Nobody can change it. */
export function AuditSection() {
  const say = useWords();
  const { date } = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(auditQuery, {
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  const entries = data?.auditEntries.edges.map((edge) => edge.node) ?? [];
  const names = new Map(data?.users.map((user) => [user.id, user.name]));
  const info = data?.auditEntries.pageInfo;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p>{say('access.auditText')}</p>
      </div>
      <Table
        label={say('access.audit')}
        head={[
          say('access.when'),
          say('access.who'),
          say('access.what'),
          say('access.toWhom'),
          say('access.details'),
        ]}
      >
        {entries.map((entry) => {
          const word = actWords[entry.action];
          return (
            <tr key={entry.id}>
              <td className={styles.when}>{date(entry.at, 'dateTime')}</td>
              <td>{entry.actorName}</td>
              <td className={styles.what}>{word ? say(word) : entry.action}</td>
              <td>
                {entry.customer ? (
                  <Link to="/customers/$customerId" params={{ customerId: entry.customer.id }}>
                    {entry.customer.displayName}
                  </Link>
                ) : (
                  (names.get(entry.subjectId ?? '') ??
                  (!word && entry.subjectType ? subjectText(entry.subjectType, say) : '—'))
                )}
              </td>
              <td className={styles.details}>{detailsText(entry.details, say)}</td>
            </tr>
          );
        })}
      </Table>
      {info?.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: info.endCursor } }).catch(() => {})}>
          {say('access.older')}
        </Button>
      )}
    </div>
  );
}
