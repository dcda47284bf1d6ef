import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusedText } from '#lib/refused-text.ts';
import button from '#ui/button/button.module.css';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Table } from '#ui/table/table.tsx';
import styles from './file-rows.module.css';
import { refusedRowsQuery } from './imports.documents.ts';

/** The rows of a file that are refused: line, column and reason, and all of them as a file. */
export function RefusedRows({ file }: { file: { id: string; name: string; counts: { rejected: number } } }) {
  const say = useWords();
  const { number } = useFormat();
  const { locale } = useIntl();
  const { data, error, refetch, fetchMore } = useQuery(refusedRowsQuery, {
    variables: { id: file.id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [busy, setBusy] = useState(false);
  const node = data?.node?.__typename === 'ImportFile' ? data.node : undefined;
  if (error && !node) return <Broken onRetry={() => void refetch()} />;
  if (!node) return null;
  const rows = node.rejected.edges.map((edge) => edge.node);
  if (rows.length === 0)
    return (
      <CardNote>
        {say('imports.rejectedRows', { count: file.counts.rejected })}: {say('imports.rowsNotYours')}
      </CardNote>
    );
  const more = async () => {
    setBusy(true);
    await fetchMore({
      variables: { after: node.rejected.pageInfo.endCursor ?? null },
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
    <div className={styles.part}>
      <div className={styles.head}>
        <h3>{say('imports.rejectedRows', { count: file.counts.rejected })}</h3>
        <a
          className={button.button}
          href={`/imports/${file.id}/rejected.csv`}
          download
          title={say('imports.downloadText')}
        >
          <Download size={16} aria-hidden />
          {say('imports.download')}
        </a>
      </div>
      <Table
        label={say('imports.rejectedOf', { name: file.name })}
        head={[say('imports.line'), say('imports.column'), say('imports.reason')]}
      >
        {rows.map((row, index) => (
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
      {node.rejected.pageInfo.hasNextPage && (
        <Button onClick={() => void more()} disabled={busy}>
          {say('imports.moreRows')}
        </Button>
      )}
    </div>
  );
}
