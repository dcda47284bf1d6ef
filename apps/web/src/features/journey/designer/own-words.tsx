import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Table } from '#ui/table/table.tsx';
import styles from './designer.module.css';
import { useShareText } from './share-text.ts';

const ownWordsQuery = graphql(`
  query StageOverrides {
    stageOverrides(first: 20) {
      decided
      share
      low
      high
      overrides {
        verdict
        customer { id displayName }
        override { id stage saidStage reason byName at }
      }
    }
  }
`);

const verdicts = {
  RIGHT: ['journey.right', 'good'],
  WRONG: ['journey.wrong', 'bad'],
  UNPROVEN: ['journey.unproven', 'plain'],
  OPEN: ['journey.open30', 'plain'],
} as const satisfies Record<string, readonly [MessageId, 'good' | 'bad' | 'plain']>;

/** What people said of stages against the facts, and whether what happened bore them out. Nothing stands here while nobody said anything. */
export function OwnWords() {
  const say = useWords();
  const { date } = useFormat();
  const share = useShareText();
  const { data } = useQuery(ownWordsQuery, { fetchPolicy: 'cache-and-network' });
  const score = data?.stageOverrides;
  if (!score || score.overrides.length === 0) return null;
  return (
    <section className={styles.changes} aria-labelledby="own-words">
      <h2 id="own-words">{say('journey.ownWords')}</h2>
      <p className={styles.none}>
        {score.decided === 0
          ? say('journey.noneDecided')
          : say('journey.decided', {
              share: share(score.share, score.low, score.high),
              count: score.decided,
            })}
      </p>
      <Table
        label={say('journey.ownWords')}
        head={[say('journey.who'), say('journey.said'), say('journey.reason'), say('journey.cameOfIt')]}
      >
        {score.overrides.map(({ verdict, customer, override }) => (
          <tr key={override.id}>
            <td>
              {customer ? (
                <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
                  {customer.displayName}
                </Link>
              ) : (
                '—'
              )}
            </td>
            <td>
              {override.saidStage ? `${say(stageWords[override.saidStage])} → ` : ''}
              {say(stageWords[override.stage])}
            </td>
            <td>
              {override.reason}
              <small className={styles.none}>
                {' '}
                {override.byName}, {date(override.at)}
              </small>
            </td>
            <td>
              <Pill tone={verdicts[verdict][1]}>{say(verdicts[verdict][0])}</Pill>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
