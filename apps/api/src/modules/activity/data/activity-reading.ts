import { column, type ReadingCall, type TypeReading } from '#platform/look-ahead';
import { orderSql, pagesReading } from '#platform/pages';
import { notesOf } from './notes.ts';
import { tasksAtMost, toldBySql } from './tasks.ts';

const readerOf = (call: ReadingCall) => ({
  reader: `${call.asker('id')}::uuid`,
  department: `${call.asker('department')}::text`,
});
const canEdit = (n: string, { reader }: Readonly<Record<string, string>>) =>
  `, coalesce(${n}.author_id = ${reader}, false) AS can_edit`;

/** What activity adds to the customer, read ahead: the same as its batch functions and limbs say, row rules included. */
export const activityReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      notes: {
        kind: 'list',
        typeName: 'Note',
        from: (customer, call) => {
          const n = call.alias('n');
          const reader = readerOf(call);
          return {
            sql: `FROM (SELECT ${n}.*${canEdit(n, reader)} FROM note ${n} WHERE ${notesOf.where(n, `${customer}.id`, reader)}
              ORDER BY ${orderSql(notesOf.order, n)} LIMIT ${call.size('first')}) ${n}`,
            alias: n,
          };
        },
      },
      notesConnection: pagesReading('Note', notesOf, readerOf, canEdit),
      tasks: {
        kind: 'list',
        typeName: 'Task',
        from: (customer, call) => {
          const t = call.alias('t');
          const open = call.literal<boolean | null>('includeDone') ? '' : `AND ${t}.done_at IS NULL`;
          return {
            sql: `FROM task ${t} WHERE ${t}.customer_id = ${customer}.id AND ${t}.removed_at IS NULL ${open}
              ORDER BY ${t}.done_at DESC NULLS FIRST, ${t}.due_on NULLS LAST, ${t}.id LIMIT ${tasksAtMost}`,
            alias: t,
          };
        },
      },
      interactions: {
        kind: 'list',
        typeName: 'Interaction',
        from: (customer, call) => {
          const i = call.alias('i');
          return {
            sql: `FROM interaction ${i} WHERE ${i}.customer_id = ${customer}.id ORDER BY ${i}.at DESC, ${i}.id DESC LIMIT ${call.size('first')}`,
            alias: i,
          };
        },
      },
    },
  },
  {
    typeName: 'Note',
    fields: {
      id: column('id', 'id'),
      body: column('body'),
      authorName: column('author_name'),
      department: column('department', 'enum'),
      forDepartmentOnly: column('for_department_only'),
      at: column('at', 'time'),
      canEdit: column('can_edit'),
    },
  },
  {
    typeName: 'Task',
    fields: {
      id: column('id', 'id'),
      title: column('title'),
      detail: column('detail'),
      assigneeName: column('assignee_name'),
      assigneeId: column('assignee_id'),
      toldBy: { kind: 'value', sql: toldBySql },
      dueOn: column('due_on'),
      doneAt: column('done_at', 'time'),
      createdAt: column('created_at', 'time'),
    },
  },
  {
    typeName: 'Interaction',
    fields: {
      id: column('id', 'id'),
      channel: column('channel'),
      direction: column('direction'),
      department: column('department', 'enum'),
      subject: column('subject'),
      body: column('body'),
      durationSeconds: column('duration_seconds'),
      outcome: column('outcome'),
      agentName: column('agent_name'),
      at: column('at', 'time'),
    },
  },
];
