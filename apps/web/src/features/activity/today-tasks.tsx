import { useApolloClient } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { localDay } from '#lib/local-day.ts';
import { colleagueText } from '#lib/source-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Agenda, AgendaLine } from '#ui/agenda/agenda.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import { completeTask } from './activity.documents.ts';
import styles from './activity-card.module.css';

/** What the tasks of the day ask. */
export const TodayTasksFragment = graphql(`
  fragment TodayTasks on Today @_unmask {
    tasks(first: 8) { id title dueOn doneAt assigneeName customer { id displayName } }
  }
`);

/** Tasks that are due: done with one click, which can be undone. */
export function TodayTasks({ today }: { today: ResultOf<typeof TodayTasksFragment> }) {
  const say = useWords();
  const { date } = useFormat();
  const client = useApolloClient();
  const day = localDay();
  const set = async (id: string, done: boolean): Promise<void> => {
    try {
      const { data } = await client.mutate({ mutation: completeTask, variables: { id, done } });
      if (data?.completeTask.__typename === 'Refusal') sayFailed(say('activity.failed'));
      else if (done) offerUndo(say('activity.done'), () => set(id, false));
    } catch {
      sayFailed(say('activity.failed'), () => set(id, done));
    }
  };
  return (
    <Agenda
      title={say('activity.todayTasks')}
      none={say('activity.todayTasksNone')}
      aside={may('Mutation.completeTask') && <Link to="/tasks">{say('activity.allMine')}</Link>}
    >
      {(today.tasks ?? []).map((task) => (
        <AgendaLine
          key={task.id}
          customer={task.customer}
          what={
            may('Mutation.completeTask') ? (
              <label className={styles.todayTask} data-done={task.doneAt ? true : undefined}>
                <input
                  type="checkbox"
                  checked={Boolean(task.doneAt)}
                  onChange={(event) => void set(task.id, event.target.checked)}
                />{' '}
                {task.title}
              </label>
            ) : (
              task.title
            )
          }
          detail={task.assigneeName && colleagueText(task.assigneeName)}
          aside={
            task.dueOn &&
            (task.dueOn < day ? (
              <Pill tone="bad">{say('activity.todayLate', { day: date(`${task.dueOn}T12:00:00`) })}</Pill>
            ) : (
              <Pill tone="warn">{say('activity.todayDue')}</Pill>
            ))
          }
        />
      ))}
    </Agenda>
  );
}
