/** Customers: who we know. The golden record, companies, and the root type of the graph. Knows nobody. */
import type { Manifest } from '#modules/house';
import { CustomerEntity } from './data/customer.entity.ts';
import { customersById } from './data/customers.ts';
import { AuditEntryCustomerResolver } from './graph/audit-entry-customer.resolver.ts';
import { CustomerResolver } from './graph/customer.resolver.ts';

export { anyCustomer, customerColumns, customersById } from './data/customers.ts';
export { type CompanyToWrite, companiesLike, writeCompanies } from './data/write-companies.ts';
export {
  type CustomerToWrite,
  insertCustomers,
  refreshMainCompanies,
  updateCustomers,
  writeSummaries,
} from './data/write-customers.ts';
export type { Customer, GoldenChoice, GoldenRecord } from './domain/customer.ts';
export { CustomerType } from './graph/customer.type.ts';
export { ConsentStateEnum, MoneyType, StageEnum } from './graph/words.ts';

export const customers: Manifest = {
  name: 'customers',
  entities: [CustomerEntity],
  resolvers: [AuditEntryCustomerResolver, CustomerResolver],
  nodes: [{ typeName: 'Customer', batch: customersById }],
};
