import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '#platform/graphql';
import type { AuditFilter } from '../data/audit.ts';

/** What of the trail somebody wants to see. */
@InputType('AuditFilter', { description: 'All of it must hold; what is not given does not count.' })
export class AuditFilterInput implements AuditFilter {
  @Field(() => ID, { nullable: true, description: 'What was done to this customer.' })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What this user or key did.' })
  actorId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Acts by their names, at most 50: `merge-customers` …',
  })
  actions?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Done at this time or later.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Done before this time.' })
  until?: Date | null;
}
