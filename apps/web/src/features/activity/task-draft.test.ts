import { expect, it } from 'vitest';
import { editOf } from './task-draft.ts';

const task = {
  id: 't',
  title: 'Call Ada',
  detail: null,
  dueOn: '2026-12-24',
  doneAt: null,
  assigneeName: 'Inès',
  assigneeId: null,
  toldBy: 'Salesforce',
  createdAt: '2026-11-01T00:00:00Z',
};
const draft = { title: 'Call Ada', detail: '', dueOn: '2026-12-24', assignee: 'as-told' };

it('what somebody only looked at is not changed', () => {
  expect(editOf(task, draft)).toBeNull();
  expect(editOf(task, { ...draft, title: ' Call Ada ', detail: '  ' })).toBeNull();
});

it('only what was changed is asked for: a day taken away, another colleague, nobody', () => {
  expect(editOf(task, { ...draft, dueOn: '' })).toEqual({ dueOn: null });
  expect(editOf(task, { ...draft, assignee: 'sam' })).toEqual({ assigneeId: 'sam' });
  expect(editOf(task, { ...draft, assignee: '', detail: 'At noon' })).toEqual({
    assigneeId: null,
    detail: 'At noon',
  });
});
