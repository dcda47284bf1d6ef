interface LimitPage {
  id: string;
  displayName: string;
  emails: { value: string }[] | null;
  companies: { id: string; role: string }[] | null;
  stage: { stage: string } | null;
  timeline: { id: string; title: string; detail: string; department: string }[] | null;
  deals: { id: string; amount: number }[] | null;
  tickets: { id: string; subject: string; status: string; messageCount: number }[] | null;
}
interface OurPage {
  id: string;
  displayName: string;
  emails: { value: string }[];
  companies: { role: string; company: { id: string } }[];
  stage: { stage: string } | null;
  timeline: { edges: { node: { id: string; title: string; detail: string; department: string } }[] };
  deals: { id: string; amount: { amount: number } }[];
  tickets: { id: string; subject: string; status: string; messageCount: number }[];
}
interface LimitLine {
  id: string;
  displayName: string;
  stage: string;
  openDeals: number;
  openDealValue: number;
  openTickets: number;
}
interface OurLine {
  id: string;
  displayName: string;
  stage: { stage: string };
  summary: { openDeals: number; openDealValue: { amount: number }; openTickets: number };
}

const sorted = (rows: readonly (readonly unknown[])[]): string => JSON.stringify(rows.map(String).sort());
const inOrder = (rows: readonly (readonly unknown[])[]): string => JSON.stringify(rows);

/** The first part of a page in which our answer says something else than the limit's, or `undefined`: only equal answers compare. */
export function pageDiffers(limitText: string, ourText: string): string | undefined {
  const limit = JSON.parse(limitText) as LimitPage;
  const ours = (JSON.parse(ourText) as { data: { customer: OurPage } }).data.customer;
  const pairs: Record<string, [string, string]> = {
    customer: [inOrder([[limit.id, limit.displayName]]), inOrder([[ours.id, ours.displayName]])],
    emails: [
      sorted((limit.emails ?? []).map((one) => [one.value])),
      sorted(ours.emails.map((one) => [one.value])),
    ],
    companies: [
      sorted((limit.companies ?? []).map((one) => [one.id, one.role])),
      sorted(ours.companies.map((one) => [one.company.id, one.role])),
    ],
    stage: [String(limit.stage?.stage), String(ours.stage?.stage)],
    timeline: [
      inOrder((limit.timeline ?? []).map((one) => [one.id, one.title, one.detail, one.department])),
      inOrder(ours.timeline.edges.map(({ node }) => [node.id, node.title, node.detail, node.department])),
    ],
    deals: [
      sorted((limit.deals ?? []).map((one) => [one.id, one.amount])),
      sorted(ours.deals.map((one) => [one.id, one.amount.amount])),
    ],
    tickets: [
      inOrder((limit.tickets ?? []).map((one) => [one.id, one.subject, one.status, one.messageCount])),
      inOrder(ours.tickets.map((one) => [one.id, one.subject, one.status, one.messageCount])),
    ],
  };
  return Object.keys(pairs).find((part) => pairs[part]![0] !== pairs[part]![1]);
}

/** The same for the list. */
export function listDiffers(limitText: string, ourText: string): string | undefined {
  const limit = JSON.parse(limitText) as LimitLine[];
  const ours = (JSON.parse(ourText) as { data: { customers: { edges: { node: OurLine }[] } } }).data
    .customers;
  const theirs = limit.map((one) =>
    [one.id, one.displayName, one.stage, one.openDeals, one.openDealValue, one.openTickets].join(),
  );
  const mine = ours.edges.map(({ node }) =>
    [
      node.id,
      node.displayName,
      node.stage.stage,
      node.summary.openDeals,
      node.summary.openDealValue.amount,
      node.summary.openTickets,
    ].join(),
  );
  const at = theirs.findIndex((line, index) => line !== mine[index]);
  if (at >= 0) return `line ${at}: ${theirs[at]} and ${mine[at]}`;
  return theirs.length === mine.length ? undefined : `${theirs.length} and ${mine.length} lines`;
}
