import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Table } from '#ui/table/table.tsx';
import styles from './import-history.module.css';
import { importsQuery } from './imports.documents.ts';
import { statusWords } from './outcome-words.ts';
import { asShown, takenBack } from './taken-back.ts';
import { useMoves } from './use-moves.ts';

/** Every import, newest first; what an import did can be taken back from here at any time, and that as well while nothing has begun. */
export function ImportHistory() {
  const say = useWords();
  const { date } = useFormat();
  const { undo, busy } = useMoves();
  const { data, error, refetch, fetchMore } = useQuery(importsQuery, { fetchPolicy: 'cache-and-network' });
  const back = useStore(takenBack);
  const imports = data?.imports.edges.map((edge) => asShown(edge.node, back)) ?? [];
  const info = data?.imports.pageInfo;
  if (error && !data) return <Broken onRetry={() => void refetch()} />;
  if (data && imports.length === 0) return <CardNote>{say('imports.none')}</CardNote>;
  return (
    <div className={styles.history}>
      <Table
        label={say('imports.history')}
        head={[
          say('imports.when'),
          say('imports.files'),
          say('imports.rows'),
          say('imports.state'),
          say('imports.acts'),
        ]}
      >
        {imports.map((run) => {
          const { word, tone } = statusWords[run.status];
          const names = run.files.map(({ name }) => name);
          return (
            <tr key={run.id}>
              <td className={styles.when}>
                <Link to="/import/$importId" params={{ importId: run.id }}>
                  {date(run.createdAt, 'dateTime')}
                </Link>
                <small>{run.createdByName ?? say('imports.commandLine')}</small>
              </td>
              <td className={styles.names}>
                {names.slice(0, 2).join(', ')}
                {names.length > 2 && ` ${say('imports.andMore', { count: names.length - 2 })}`}
              </td>
              <td>
                {run.totals.accepted + run.totals.rejected > 0
                  ? say('imports.fileSum', { accepted: run.totals.accepted, rejected: run.totals.rejected })
                  : '—'}
              </td>
              <td>
                <Pill tone={tone}>{say(word)}</Pill>
              </td>
              <td>
                {run.canBeUndone && may('Mutation.undoImport') && (
                  <Button
                    tone="quiet"
                    flush
                    disabled={busy}
                    aria-label={say('imports.undoOf', { day: date(run.createdAt, 'dateTime') })}
                    onClick={() => undo(run.id)}
                  >
                    {say('imports.undo')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
      {info?.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: info.endCursor } })}>
          {say('imports.older')}
        </Button>
      )}
    </div>
  );
}
