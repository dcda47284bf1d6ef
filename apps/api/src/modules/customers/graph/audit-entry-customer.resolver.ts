import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditEntryType } from '#modules/access';
import type { RequestContext } from '#platform/graphql';
import { customersById } from '../data/customers.ts';
import type { Customer } from '../domain/customer.ts';
import { CustomerType } from './customer.type.ts';

/** What customers add to the audit trail: whom an act was about. */
@Resolver(() => AuditEntryType)
export class AuditEntryCustomerResolver {
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Whom it was about, as they are today; null when it was about nobody or they are gone.',
  })
  customer(@Root() entry: AuditEntryType, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return entry.customerId ? ctx.load(customersById, entry.customerId) : null;
  }
}
