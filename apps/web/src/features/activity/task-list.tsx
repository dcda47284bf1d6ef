import { useQuery } from '@apollo/client/react';
import { ListChecks } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useLiveReading } from '#lib/graphql/use-live.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { useViewer } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { NamedOptions } from '#ui/form/options.tsx';
import { ToggleGroup } from '#ui/form/toggle-group.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { colleaguesQuery, tasksQuery } from './activity.documents.ts';
import { TaskLine } from './task-line.tsx';
import styles from './task-list.module.css';
import { type TasksSearch, taskVariables } from './tasks-search.ts';
import { useTasks } from './use-tasks.ts';

const live = [tasksQuery];
const ofTasks = (kinds: readonly string[]) => kinds.includes('task');

/** The tasks of somebody for all customers: what is to do by day, and what was done lately. */
export function TaskList({
  search,
  change,
  link,
}: {
  search: TasksSearch;
  change: (search: TasksSearch) => void;
  link: (customer: { id: string; displayName: string }) => ReactNode;
}) {
  const say = useWords();
  const me = useViewer();
  const list = useRef<HTMLUListElement>(null);
  const { data, error, refetch, fetchMore } = useQuery(tasksQuery, {
    variables: taskVariables(search),
    fetchPolicy: 'cache-and-network',
  });
  const staff = useQuery(colleaguesQuery);
  const acts = useTasks(() => void refetch());
  useLiveReading(live, { everyMs: 10_000, wanted: ofTasks });
  const found = data?.tasks.edges.map(({ node }) => node) ?? [];
  const info = data?.tasks.pageInfo;
  const step = (by: 1 | -1) => {
    const boxes = [...(list.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [])];
    const at = boxes.findIndex((box) => box.closest('li')?.contains(document.activeElement));
    boxes[at < 0 ? 0 : Math.min(boxes.length - 1, Math.max(0, at + by))]?.focus();
  };
  const press = (what: 'edit' | 'remove') =>
    document.activeElement?.closest('li')?.querySelector<HTMLElement>(`[data-act="${what}"]`)?.click();
  useCommands({
    id: 'tasks',
    label: 'activity.tasks',
    commands: [
      { id: 'tasks-next', label: 'activity.nextTask', keys: 'j', run: () => step(1) },
      { id: 'tasks-before', label: 'activity.taskBefore', keys: 'k', run: () => step(-1) },
      {
        id: 'tasks-edit',
        label: 'activity.editThis',
        keys: 'e',
        keyboardOnly: true,
        run: () => press('edit'),
      },
      {
        id: 'tasks-remove',
        label: 'activity.removeThis',
        keys: 'x',
        keyboardOnly: true,
        run: () => press('remove'),
      },
    ],
  });
  return (
    <>
      <div className={styles.tools}>
        <ToggleGroup label={say('activity.tasks')}>
          <button type="button" aria-pressed={!search.done} onClick={() => change({ whose: search.whose })}>
            {say('activity.toDo')}
          </button>
          <button
            type="button"
            aria-pressed={Boolean(search.done)}
            onClick={() => change({ whose: search.whose, done: 'yes' })}
          >
            {say('activity.doneLately')}
          </button>
        </ToggleGroup>
        <Choice
          label={say('activity.whose')}
          hideLabel
          value={search.whose ?? ''}
          onChoose={(whose) => change({ done: search.done, whose: whose || undefined })}
        >
          <option value="">{say('activity.mine')}</option>
          <option value="everybody">{say('activity.everybodys')}</option>
          <option value="nobody">{say('activity.nobodys')}</option>
          <NamedOptions of={(staff.data?.users ?? []).filter(({ id }) => id !== me?.id)} />
        </Choice>
      </div>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className={styles.list} aria-busy="true">
          <Bone height={44} />
          <Bone height={44} />
        </div>
      )}
      {data && found.length === 0 && (
        <EmptyState
          icon={<ListChecks size={24} aria-hidden />}
          title={say(search.done ? 'activity.noneDone' : 'activity.noneToDo')}
          text={say('activity.noneToDoText')}
        />
      )}
      {found.length > 0 && (
        <ul className={styles.list} ref={list}>
          {found.map((task) => (
            <TaskLine key={task.id} task={task} acts={acts} whom={task.customer && link(task.customer)} />
          ))}
        </ul>
      )}
      {info?.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: info.endCursor } })}>
          {say('activity.more')}
        </Button>
      )}
    </>
  );
}
