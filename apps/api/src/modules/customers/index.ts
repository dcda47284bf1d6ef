/** Customers: who we know. The golden record, companies, and the root type of the graph. Knows nobody. */
import type { Manifest } from '#modules/house';
import { companiesById } from './data/companies.ts';
import { CompanyEntity } from './data/company.entity.ts';
import { CustomerEntity } from './data/customer.entity.ts';
import { customerReadings } from './data/customer-reading.ts';
import { CustomerSummaryEntity } from './data/customer-summary.entity.ts';
import { CustomerWordsEntity } from './data/customer-words.entity.ts';
import { customersById } from './data/customers.ts';
import { profileReadings } from './data/profile-reading.ts';
import { AuditEntryCustomerResolver } from './graph/audit-entry-customer.resolver.ts';
import { CompanyResolver } from './graph/company.resolver.ts';
import { CustomerResolver } from './graph/customer.resolver.ts';
import { CustomerListResolver } from './graph/customer-list.resolver.ts';
import { CustomerProfileResolver } from './graph/customer-profile.resolver.ts';
import { CustomerSummaryResolver } from './graph/customer-summary.resolver.ts';
import { SearchResolver } from './graph/search.resolver.ts';

export { beginSummaries, writeWords } from './data/begin-summaries.ts';
export { companiesById } from './data/companies.ts';
export { summaryConditions } from './data/conditions.ts';
export { type CustomerLine, customerLines, type WantedLines } from './data/customer-lines.ts';
export { anyCustomer, customerColumns, customersById } from './data/customers.ts';
export { holdCustomers } from './data/hold-customers.ts';
export { summarise } from './data/summarise.ts';
export { type CompanyToWrite, companiesLike, writeCompanies } from './data/write-companies.ts';
export {
  type CustomerToSummarise,
  type CustomerToWrite,
  chooseMailboxes,
  insertCustomers,
  type MailboxChoice,
  refreshMainCompanies,
  retellGolden,
  updateCustomers,
  writeSummaries,
} from './data/write-customers.ts';
export type { Company } from './domain/company.ts';
export type { Customer, GoldenChoice, GoldenRecord } from './domain/customer.ts';
export type { CustomerFilter, CustomerSort } from './domain/customer-list.ts';
export { CompanyType } from './graph/company.type.ts';
export { CustomerType } from './graph/customer.type.ts';
export { CustomerFilterInput, CustomerSortEnum } from './graph/customer-list.input.ts';
export { FacetType } from './graph/customer-list.type.ts';
export { SearchHitType } from './graph/search.type.ts';
export { ConsentStateEnum, MoneyType, OutcomeEnum, StageEnum } from './graph/words.ts';

export const customers: Manifest = {
  name: 'customers',
  entities: [CompanyEntity, CustomerEntity, CustomerSummaryEntity, CustomerWordsEntity],
  readings: [...customerReadings, ...profileReadings],
  resolvers: [
    AuditEntryCustomerResolver,
    CompanyResolver,
    CustomerListResolver,
    CustomerProfileResolver,
    CustomerResolver,
    CustomerSummaryResolver,
    SearchResolver,
  ],
  nodes: [
    { typeName: 'Customer', batch: customersById },
    { typeName: 'Company', batch: companiesById },
  ],
};
