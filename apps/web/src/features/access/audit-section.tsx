import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { subjectText } from '#lib/subject-text.ts';
import { Button } from '#ui/button/button.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { Table } from '#ui/table/table.tsx';
import { actWords, detailsText } from './act-words.ts';
import { AuditNarrowing } from './audit-narrowing.tsx';
import { type AuditSearch, auditFilter } from './audit-search.ts';
import { auditNamesQuery, auditQuery } from './settings.documents.ts';
import styles from './settings.module.css';

/** What was done here, by whom and to whom, newest first. Nobody can change it. */
export function AuditSection({
  search,
  onSearch,
}: {
  /** What it is narrowed to. */
  search: AuditSearch;
  onSearch: (part: AuditSearch) => void;
}) {
  const say = useWords();
  const { date } = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(auditQuery, {
    variables: { filter: auditFilter(search) },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  const entries = data?.auditEntries.edges.map((edge) => edge.node) ?? [];
  const { data: known } = useQuery(auditNamesQuery, {
    variables: { customerId: search.customer ?? '', ofCustomer: search.customer !== undefined },
  });
  const names = new Map(known?.users.map((user) => [user.id, user.name]));
  const info = data?.auditEntries.pageInfo;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p>{say('access.auditText')}</p>
      </div>
      <AuditNarrowing
        search={search}
        people={known?.users ?? []}
        customerName={known?.customer?.displayName ?? null}
        onSearch={onSearch}
      />
      {data && entries.length === 0 ? (
        <p className={styles.none}>{say('access.auditNone')}</p>
      ) : (
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
      )}
      {info?.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: info.endCursor } }).catch(() => {})}>
          {say('access.older')}
        </Button>
      )}
    </div>
  );
}
