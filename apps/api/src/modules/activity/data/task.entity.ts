import { Column, Entity } from 'typeorm';
import { HungRow } from '#modules/sources';
import type { Task } from '../domain/task.ts';

/** The table of tasks. */
@Entity('task')
export class TaskEntity extends HungRow implements Task {
  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column('text', { name: 'assignee_name', nullable: true })
  assigneeName: string | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('jsonb', { default: () => "'{}'" })
  over: Task['over'];
}
