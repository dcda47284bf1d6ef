import { column, type TypeReading } from '#platform/look-ahead';
import { tasksAtMost, toldBySql } from './tasks.ts';

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
          const [reader, department] = [call.asker('id'), call.asker('department')];
          return {
            sql: `FROM (SELECT ${n}.*, coalesce(${n}.author_id = ${reader}::uuid, false) AS can_edit FROM note ${n}
              WHERE ${n}.customer_id = ${customer}.id AND ${n}.deleted_at IS NULL
                AND (NOT ${n}.for_department_only OR ${n}.department = ${department}::text OR ${n}.author_id = ${reader}::uuid)
              ORDER BY ${n}.at DESC, ${n}.id DESC LIMIT ${call.size('first')}) ${n}`,
            alias: n,
          };
        },
      },
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
