import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusedText } from '#lib/refused-text.ts';
import { Pill } from '#ui/badges/pill.tsx';
import button from '#ui/button/button.module.css';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Table } from '#ui/table/table.tsx';
import styles from './file-rows.module.css';
import { fileRowsQuery } from './imports.documents.ts';
import { outcomeWords } from './outcome-words.ts';
import { causesText } from './row-reason-text.ts';

/** The rows of one file: those that were refused with line, column and reason, and what the first of the others do. */
export function FileRows({
  file,
  done,
  customerHref,
}: {
  file: { id: string; name: string; counts: { rejected: number } };
  /** Whether the rows are in already, or would be. */
  done: boolean;
  customerHref: (id: string) => string;
}) {
  const say = useWords();
  const { number } = useFormat();
  const { locale } = useIntl();
  const { data, error, refetch, fetchMore } = useQuery(fileRowsQuery, {
    variables: { id: file.id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [busy, setBusy] = useState(false);
  const node = data?.node?.__typename === 'ImportFile' ? data.node : undefined;
  const rejected = node?.rejected.edges.map((edge) => edge.node) ?? [];
  const others = node?.previewRows.filter((row) => row.outcome !== 'rejected') ?? [];
  const seen =
    rejected.length > 0
      ? rejected
      : (node?.previewRows ?? [])
          .filter((row) => row.outcome === 'rejected')
          .map(({ line, reasons, causes }) => ({
            line,
            column: causes[0]?.values.find(({ name }) => name === 'column')?.value ?? null,
            code: causes[0]?.code ?? '',
            message: reasons.join(' '),
          }));
  if (error && !node) return <Broken onRetry={() => void refetch()} />;
  const more = async () => {
    setBusy(true);
    await fetchMore({
      variables: { after: node?.rejected.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        const old = before.node;
        const next = fetchMoreResult.node;
        if (old?.__typename !== 'ImportFile' || next?.__typename !== 'ImportFile') return before;
        return {
          node: {
            ...old,
            rejected: { ...next.rejected, edges: [...old.rejected.edges, ...next.rejected.edges] },
          },
        };
      },
    }).catch(() => {});
    setBusy(false);
  };
  return (
    <div className={styles.rows}>
      {seen.length > 0 && (
        <div className={styles.part}>
          <div className={styles.head}>
            <h3>{say('imports.rejectedRows', { count: file.counts.rejected })}</h3>
            {rejected.length > 0 && (
              <a
                className={button.button}
                href={`/imports/${file.id}/rejected.csv`}
                download
                title={say('imports.downloadText')}
              >
                <Download size={16} aria-hidden />
                {say('imports.download')}
              </a>
            )}
          </div>
          <Table
            label={say('imports.rejectedOf', { name: file.name })}
            head={[say('imports.line'), say('imports.column'), say('imports.reason')]}
          >
            {seen.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line can be refused for two reasons, and the list only grows at its end.
              <tr key={`${row.line}-${index}`}>
                <td>{number(row.line)}</td>
                <td>{row.column ?? '—'}</td>
                <td className={styles.reason} title={row.message}>
                  {refusedText(row, locale, say)}
                </td>
              </tr>
            ))}
          </Table>
          {node?.rejected.pageInfo.hasNextPage && (
            <Button onClick={() => void more()} disabled={busy}>
              {say('imports.moreRows')}
            </Button>
          )}
        </div>
      )}
      {done && node && seen.length === 0 && file.counts.rejected > 0 && (
        <CardNote>
          {say('imports.rejectedRows', { count: file.counts.rejected })}: {say('imports.rejectedNotYours')}
        </CardNote>
      )}
      {!done && others.length > 0 && (
        <div className={styles.part}>
          <div className={styles.head}>
            <h3>{say('imports.preview', { count: others.length })}</h3>
          </div>
          <Table
            label={say('imports.previewOf', { name: file.name })}
            head={[say('imports.line'), say('imports.does'), say('imports.whom'), say('imports.why')]}
          >
            {others.map((row) => {
              const { word, tone } = outcomeWords[row.outcome] ?? { word: undefined, tone: 'plain' };
              return (
                <tr key={row.line}>
                  <td>{number(row.line)}</td>
                  <td>
                    <Pill tone={tone}>{word ? say(word) : row.outcome}</Pill>
                  </td>
                  <td>
                    {row.customerId ? (
                      <a href={customerHref(row.customerId)}>{row.customerName}</a>
                    ) : (
                      (row.customerName ?? '—')
                    )}
                  </td>
                  <td className={styles.reason} title={row.reasons.join(' ')}>
                    {causesText(row, locale, say)}
                  </td>
                </tr>
              );
            })}
          </Table>
        </div>
      )}
    </div>
  );
}
