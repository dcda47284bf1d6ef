import type { CustomerFilter, CustomerSort } from '../domain/customer-list.ts';
import { conditionsOf, rememberedNow, Values } from './conditions.ts';
import { customerOrder } from './customer-list.ts';

/** What a list says of a customer, all of it in one row. */
export interface CustomerLine {
  id: string;
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  jobTitle: string | null;
  companyName: string | null;
  city: string | null;
  country: string | null;
  language: string | null;
  stage: string | null;
  ownerName: string | null;
  tags: string[];
  openDeals: number;
  openDealValue: number;
  currency: string | null;
  openTickets: number;
  emailConsent: string | null;
  remembered: number | null;
  lastInteractionAt: Date | null;
  createdAt: Date;
}

/** Which customers of a list are meant: all that fulfil the filter, or some of them. */
export interface WantedLines {
  filter: CustomerFilter;
  sort: CustomerSort;
  /** These alone; all when `null`. */
  chosen: readonly string[] | null;
  /** Not these. */
  leftOut: readonly string[];
}

/** A statement with its values. */
interface Statement {
  sql: string;
  values: readonly unknown[];
}

/** The statements that give the lines of a list in its order, however many, and that count them. */
export function customerLines({
  filter,
  sort,
  chosen,
  leftOut,
}: WantedLines): Record<'lines' | 'count', Statement> {
  const values = new Values();
  const conditions = conditionsOf(filter, values);
  if (chosen) conditions.push(`s.customer_id = ANY(${values.add(chosen, 'uuid[]')})`);
  if (leftOut.length > 0) conditions.push(`s.customer_id <> ALL(${values.add(leftOut, 'uuid[]')})`);
  const from = `FROM customer_summary s JOIN customer c ON c.id = s.customer_id${
    conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  }`;
  const { key, descending } = customerOrder(sort);
  const direction = descending ? 'DESC' : 'ASC';
  return {
    lines: {
      sql: `SELECT s.customer_id AS id, s.display_name AS "displayName", c.given_name AS "givenName", c.family_name AS "familyName",
          c.job_title AS "jobTitle", s.company_name AS "companyName", c.city, s.country, s.language, s.stage, s.owner_name AS "ownerName", s.tags,
          s.open_deals AS "openDeals", s.open_deal_value AS "openDealValue", s.currency, s.open_tickets AS "openTickets",
          s.email_consent AS "emailConsent", round(${rememberedNow('s')})::int AS remembered,
          s.last_interaction_at AS "lastInteractionAt", s.created_at AS "createdAt"
        ${from} ORDER BY ${key} ${direction}, s.customer_id ${direction}`,
      values: values.list,
    },
    count: { sql: `SELECT count(*)::int AS count ${from}`, values: values.list },
  };
}
