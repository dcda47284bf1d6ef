import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { oneOf } from '#lib/search-params.ts';
import type { auditQuery } from './settings.documents.ts';

/** What the address of the trail says. */
export interface AuditSearch {
  /** The customer it is narrowed to. */
  customer?: string | undefined;
  /** Who of us did it. */
  who?: string | undefined;
  /** The act, as the trail names it. */
  act?: string | undefined;
  /** The last day that is shown, `YYYY-MM-DD`. */
  until?: string | undefined;
}

const id = (value: unknown): string | undefined => {
  const text = oneOf(value);
  return text && /^[0-9a-f-]{36}$/i.test(text) ? text : undefined;
};

const startOf = (day: string, later = 0): Date => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + later);
};

/** Reads it; what nobody can mean is left out. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const customer = id(raw.customer);
  const who = id(raw.who);
  const act = oneOf(raw.act);
  const until = oneOf(raw.until);
  const isDay = until && /^\d{4}-\d\d-\d\d$/.test(until) && !Number.isNaN(startOf(until).getTime());
  return {
    ...(customer ? { customer } : {}),
    ...(who ? { who } : {}),
    ...(act && /^[a-z-]{1,40}$/.test(act) ? { act } : {}),
    ...(isDay ? { until } : {}),
  };
}

/** The question to the server that an address means. */
export const auditFilter = ({
  customer,
  who,
  act,
  until,
}: AuditSearch): VariablesOf<typeof auditQuery>['filter'] => ({
  customerId: customer ?? null,
  actorId: who ?? null,
  actions: act ? [act] : null,
  until: until ? startOf(until, 1).toISOString() : null,
});
