import { useApolloClient } from '@apollo/client/react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { completeExpectationTask, type insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import { Answers, type LinkTo } from './voice-cards.tsx';

type Figures = ResultOf<typeof insightsQuery>;

/** Is it the product, or what we led people to expect? With the task for whoever answers for the words. */
export function GapsCard({
  gaps,
  tasks,
  link,
}: {
  gaps: Figures['expectationGaps'];
  tasks: Figures['expectationTasks'];
  link: LinkTo;
}) {
  const say = useWords();
  const client = useApolloClient();
  const { signed, percent, number, date } = useFormat();
  const settle = async (id: string, done: boolean) => {
    try {
      const { data } = await client.mutate({ mutation: completeExpectationTask, variables: { id, done } });
      const answer = data?.completeExpectationTask;
      if (answer?.__typename !== 'ExpectationTask')
        return void sayFailed(answer ? refusalText(answer, say) : say('insights.failed'));
      if (done) offerUndo(say('insights.mendedNow'), () => settle(id, false));
    } catch {
      sayFailed(say('insights.failed'));
    }
  };
  return (
    <Card title={say('insights.gaps')}>
      <CardNote>{say('insights.gapsText')}</CardNote>
      {tasks.map((task) => (
        <div key={task.id} className={styles.task} data-done={task.doneAt !== null || undefined}>
          <span>
            <b>{say('insights.task', { product: task.product })}</b>
            <small>
              {task.doneAt
                ? say('insights.taskDone', { name: task.doneByName ?? '', day: date(task.doneAt) })
                : say('insights.taskFor', {
                    name: task.assigneeName ?? say('ui.unknown'),
                    day: date(task.madeAt),
                  })}
            </small>
          </span>
          {!task.doneAt && may('Mutation.completeExpectationTask') && (
            <Button onClick={() => void settle(task.id, true)}>{say('insights.mended')}</Button>
          )}
        </div>
      ))}
      {gaps.length === 0 && <CardNote>{say('insights.noGaps')}</CardNote>}
      <ul className={styles.rows}>
        {gaps.slice(0, 12).map(({ product, gap, caused, fixContent }) => (
          <li key={product} className={styles.row}>
            <span>{product}</span>
            <IntervalBar value={caused.p} lo={caused.lo} hi={caused.hi} zero={0.3} />
            <span className={styles.value}>
              {caused.p === null ? (
                <small>{say('insights.countsOf', { k: caused.k, n: caused.n })}</small>
              ) : (
                <>
                  <b>{percent(caused.p)}</b>{' '}
                  <small>
                    {say('insights.countsOf', { k: caused.k, n: caused.n })} · {say('insights.gap')}{' '}
                    {gap.mean === null ? <Nothing /> : signed(gap.mean)} ·{' '}
                    {say('insights.n', { n: number(gap.n) })}
                  </small>
                </>
              )}{' '}
              {fixContent && <Pill tone="bad">{say('insights.fix')}</Pill>}
            </span>
          </li>
        ))}
      </ul>
      <Answers asked={{}} instruments={['EXPECTATION']} link={link} />
    </Card>
  );
}
