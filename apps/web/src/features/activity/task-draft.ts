import type { TaskEdit, TaskShape } from './use-tasks.ts';

/** A task while somebody changes it, as its fields show it. */
export interface TaskDraft {
  title: string;
  detail: string;
  dueOn: string;
  /** An account, nobody (empty), or whoever its source names (`as-told`). */
  assignee: string;
}

/** What is to be different about a task: only what was changed, so that nothing else becomes our word. `null` when nothing was. */
export function editOf(task: TaskShape, draft: TaskDraft): TaskEdit | null {
  const [title, detail, dueOn] = [draft.title.trim(), draft.detail.trim() || null, draft.dueOn || null];
  const before = task.assigneeId ?? (task.assigneeName ? 'as-told' : '');
  const edit: TaskEdit = {
    ...(title === task.title ? {} : { title }),
    ...(detail === (task.detail?.trim() || null) ? {} : { detail }),
    ...(dueOn === task.dueOn ? {} : { dueOn }),
    ...(draft.assignee === before ? {} : { assigneeId: draft.assignee || null }),
  };
  return Object.keys(edit).length > 0 ? edit : null;
}
