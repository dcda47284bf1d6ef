import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { TaskList } from '#features/activity';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import styles from './tasks.module.css';

const route = getRouteApi('/in/tasks');

/** What one is to do for all customers, and what was done lately. */
export function TasksPage() {
  const say = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  useTitle(say('activity.tasks'));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('activity.tasks')}</h1>
        <p>{say('activity.tasksText')}</p>
      </header>
      <TaskList
        search={search}
        change={(next) => void navigate({ to: '/tasks', search: next, replace: true })}
        link={({ id, displayName }) => (
          <Link to="/customers/$customerId" params={{ customerId: id }}>
            {displayName}
          </Link>
        )}
      />
    </div>
  );
}
