import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, Json, Personal } from '#platform/graphql';
import type { AuditRow } from '../data/audit.ts';
import { auditedSubjects } from '../domain/audited-subjects.ts';

/** One row of the trail. The customers subject adds `customer` to it. */
@Personal()
@ObjectType('AuditEntry', {
  description: 'One thing that was done, by whom and when. Nobody can change or remove it.',
})
export class AuditEntryType implements Omit<AuditRow, 'id' | 'customerId'> {
  @Field(() => ID, { description: 'Its number: later acts have larger ones.' })
  id: number;

  /** Not part of the contract: `customer` is. */
  customerId: string | null;

  @Field(() => DateTime, { description: 'When it was done.' })
  at: Date;

  @Field(() => String, { description: '`user`, `key`, `system` or `anonymous`.' })
  actorKind: string;

  @Field(() => String, { description: 'Who did it, by the name they had then.' })
  actorName: string;

  @Field(() => String, { description: 'What was done: `sign-in`, `merge-customers`, `list-customers` …' })
  action: string;

  @Field(() => String, {
    nullable: true,
    description: `Type of the object it was done to: ${auditedSubjects.map((name) => `\`${name}\``).join(', ')}; earlier versions may have written others.`,
  })
  subjectType: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the object it was done to.' })
  subjectId: string | null;

  @Field(() => Json, {
    description: 'More about it: names of fields, counts and ids, never hidden values themselves.',
  })
  details: Record<string, unknown>;
}

/** Pages of the trail. */
export const [AuditEntryEdge, AuditEntryConnection] = connectionOf(() => AuditEntryType, 'AuditEntry');
