import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Table } from '#ui/table/table.tsx';
import styles from './file-rows.module.css';
import { triedRowsQuery } from './imports.documents.ts';
import { outcomeWords } from './outcome-words.ts';
import { causesText } from './row-reason-text.ts';
import type { RowOutcome } from './types.ts';

/** What the rows of a file would do, by a dry run: all of them in their order, or those that come to one thing. */
export function TriedRows({
  file,
  outcome,
  count,
  customerHref,
}: {
  file: { id: string; name: string };
  outcome: RowOutcome | null;
  /** How many of them there are. */
  count: number;
  customerHref: (id: string) => string;
}) {
  const say = useWords();
  const { number } = useFormat();
  const { locale } = useIntl();
  const { data, error, refetch, fetchMore } = useQuery(triedRowsQuery, {
    variables: { id: file.id, outcome },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [busy, setBusy] = useState(false);
  const node = data?.node?.__typename === 'ImportFile' ? data.node : undefined;
  if (error && !node) return <Broken onRetry={() => void refetch()} />;
  if (!node) return null;
  const rows = node.previewRows.edges;
  if (rows.length === 0) return <CardNote>{say('imports.rowsNotYours')}</CardNote>;
  const more = async () => {
    setBusy(true);
    await fetchMore({
      variables: { after: node.previewRows.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        const old = before.node;
        const next = fetchMoreResult.node;
        if (old?.__typename !== 'ImportFile' || next?.__typename !== 'ImportFile') return before;
        return {
          node: {
            ...old,
            previewRows: {
              ...next.previewRows,
              edges: [...old.previewRows.edges, ...next.previewRows.edges],
            },
          },
        };
      },
    }).catch(() => {});
    setBusy(false);
  };
  const what = outcome ? say(outcomeWords[outcome].several) : '';
  const person = (name: string | null, id: string | null) =>
    id ? <a href={customerHref(id)}>{name}</a> : (name ?? '—');
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <h3>
          {outcome
            ? say('imports.rowsThat', { count, what })
            : rows.length < count
              ? say('imports.rowsInOrder', { shown: rows.length, count })
              : say('imports.allRows', { count })}
        </h3>
      </div>
      <Table
        label={
          outcome
            ? say('imports.rowsThatOf', { name: file.name, what })
            : say('imports.previewOf', { name: file.name })
        }
        head={[say('imports.line'), say('imports.does'), say('imports.whom'), say('imports.why')]}
      >
        {rows.map(({ cursor, node: row }) => {
          const { word, tone } = outcomeWords[row.outcome];
          return (
            <tr key={cursor}>
              <td>{number(row.line)}</td>
              <td>
                <Pill tone={tone}>{say(word)}</Pill>
              </td>
              <td>
                {person(row.customerName, row.customerId)}
                {row.otherName && (
                  <span className={styles.other}>
                    {say('imports.perhaps')} {person(row.otherName, row.otherId)}
                  </span>
                )}
              </td>
              <td className={styles.reason} title={row.causes.map(({ message }) => message).join(' ')}>
                {causesText(row.causes, locale, say)}
              </td>
            </tr>
          );
        })}
      </Table>
      {node.previewRows.pageInfo.hasNextPage && (
        <Button onClick={() => void more()} disabled={busy}>
          {say('imports.moreRows')}
        </Button>
      )}
    </div>
  );
}
