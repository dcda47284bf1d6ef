import { caseFigures, type LoggedStep } from './case-figures.ts';

type Cells = Record<string, string>;
const percentOf = (k: number, n: number) => (n ? k / n : null);
const upTo = (most: number, value: string) => Math.min(most, Number(value));

/** Shares by groups from 0 on: of each, how many of how many. */
function sharesBy<One>(
  all: readonly One[],
  groups: number,
  groupOf: (one: One) => number,
  is: (one: One) => boolean,
) {
  return Array.from({ length: groups }, (_, group) => {
    const some = all.filter((one) => groupOf(one) === group);
    return percentOf(some.filter(is).length, some.length);
  });
}

/** What the rows of the help-desk say, without the product. */
export function helpdeskOf(rows: readonly Cells[]) {
  const cases = new Map<string, LoggedStep[]>();
  for (const row of rows) {
    const steps = cases.get(row.case_id!) ?? [];
    steps.push({
      activity: row['concept:name']!,
      owner: row['org:resource']!,
      at: Date.parse(row['time:timestamp']!),
      customer: row.customer!,
    });
    cases.set(row.case_id!, steps);
  }
  return caseFigures([...cases.values()]);
}

/** What the rows of the incidents say, without the product. */
export function incidentsOf(rows: readonly Cells[]) {
  const last = [...new Map(rows.map((row) => [row.number!, row])).values()];
  const callers = new Set(rows.map(({ caller_id }) => caller_id).filter((caller) => caller !== '?'));
  const isKept = ({ made_sla }: Cells) => made_sla === 'true';
  return {
    events: rows.length,
    incidents: last.length,
    callers: callers.size,
    kept: percentOf(last.filter(isKept).length, last.length),
    keptByHands: sharesBy(last, 4, ({ reassignment_count }) => upTo(3, reassignment_count!), isKept),
    openedAgain: last.filter(({ reopen_count }) => Number(reopen_count) > 0).length,
  };
}

/** What the lines of the retailer say, without the product. Lines without a customer are passed over. */
export function retailerOf(rows: readonly Cells[]) {
  const invoices = new Map<string, string>();
  for (const { InvoiceNo, CustomerID } of rows) if (CustomerID) invoices.set(InvoiceNo!, CustomerID);
  const all = [...invoices];
  const orders = all.filter(([invoice]) => !invoice.startsWith('C'));
  const back = all.filter(([invoice]) => invoice.startsWith('C'));
  const ordersOf = new Map<string, number>();
  for (const [, customer] of orders) ordersOf.set(customer, (ordersOf.get(customer) ?? 0) + 1);
  return {
    customers: new Set(all.map(([, customer]) => customer)).size,
    orders: orders.length,
    cancellations: back.length,
    buyers: ordersOf.size,
    repeatBuyers: [...ordersOf.values()].filter((n) => n > 1).length,
    withCancellation: new Set(back.map(([, customer]) => customer)).size,
  };
}

/** What the rows of the bank say, without the product. */
export function bankOf(rows: readonly Cells[]) {
  const isYes = ({ y }: Cells) => y === 'yes';
  return {
    contacts: rows.length,
    people: rows.length,
    yes: rows.filter(isYes).length,
    yesByCalls: sharesBy(rows, 7, ({ campaign }) => upTo(6, campaign!), isYes).slice(1),
  };
}
