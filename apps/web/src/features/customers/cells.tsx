import { Check, CircleHelp, CircleSlash } from 'lucide-react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText } from '#lib/source-text.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import styles from './cells.module.css';
import type { RowCustomer } from './customer-row.fragment.ts';

interface CellProps {
  customer: RowCustomer;
}

/** The company that a customer mainly belongs to. */
export const mainCompany = (customer: Pick<RowCustomer, 'companies'>) =>
  customer.companies.find(({ isMain }) => isMain) ?? customer.companies[0];

/** The customer's name: a plain link, so that opening in a new tab works as everywhere. */
export function NameCell({ customer }: CellProps) {
  return (
    <a href={`/customers/${customer.id}`} className={styles.name} tabIndex={-1} title={customer.displayName}>
      {customer.displayName}
    </a>
  );
}

/** The main company, and how many others there are. */
export function CompanyCell({ customer }: CellProps) {
  const main = mainCompany(customer);
  if (!main) return <Nothing />;
  const more = customer.companies.length - 1;
  return (
    <>
      <span className={styles.clip} title={main.company.name}>
        {main.company.name}
      </span>
      {more > 0 && <span className={styles.more}>+{more}</span>}
    </>
  );
}

/** Where the customer stands, where that is known. */
export function StageCell({ customer }: CellProps) {
  return customer.stage ? <StagePill stage={customer.stage.stage} /> : <Nothing />;
}

/** Who looks after the customer. */
export function OwnerCell({ customer }: CellProps) {
  return customer.ownerName ? (
    <span className={styles.clip} title={customer.ownerName}>
      {colleagueText(customer.ownerName)}
    </span>
  ) : (
    <Nothing />
  );
}

/** What the open deals are worth; a dash where there are none, since none is not zero money. */
export function DealsCell({ customer }: CellProps) {
  return <DealValue summary={customer.summary} />;
}

/** The value of open deals, or their number for people who may not see values. */
export function DealValue({
  summary,
}: {
  summary: Pick<RowCustomer['summary'], 'openDeals' | 'openDealValue'>;
}) {
  const say = useWords();
  const { money } = useFormat();
  if (summary.openDeals === 0) return <Nothing />;
  const value = summary.openDealValue;
  return (
    <span className={styles.number}>
      {value ? money(value.amount, value.currency) : say('customers.dealsOnly', { count: summary.openDeals })}
    </span>
  );
}

/** How many tickets are open. */
export function TicketsCell({ customer: { summary } }: CellProps) {
  const { number } = useFormat();
  if (summary.openTickets === 0) return <Nothing />;
  return <span className={styles.tickets}>{number(summary.openTickets)}</span>;
}

const consentLooks = {
  GRANTED: { icon: Check, label: 'customers.consentGranted', tone: 'good' },
  WITHDRAWN: { icon: CircleSlash, label: 'customers.consentWithdrawn', tone: 'bad' },
  UNKNOWN: { icon: CircleHelp, label: 'customers.consentUnknown', tone: 'muted' },
} as const;

/** Whether mail may be sent: icon and word, never colour alone. */
export function ConsentCell({ customer }: CellProps) {
  const say = useWords();
  const { icon: Icon, label, tone } = consentLooks[customer.summary.emailConsent ?? 'UNKNOWN'];
  return (
    <span className={styles.consent} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {say(label)}
    </span>
  );
}

/** Steps in which the strength of a memory is drawn: not as a share, which would look like that of the number beside it. */
const strengthSteps = [0, 0.25, 0.5, 0.75];

/** What they remember of us: the number, and how much of a memory it is; faint where hardly any is left. */
export function MemoryCell({ customer: { summary } }: CellProps) {
  const say = useWords();
  const { number, percent } = useFormat();
  const { experienced, remembered, memoryStrength, isFading } = summary;
  if (remembered === null || memoryStrength === null) return <Nothing />;
  const title = say('customers.memoryWhat', {
    experienced: experienced === null ? '–' : number(Math.round(experienced)),
    remembered: number(Math.round(remembered)),
    strength: percent(memoryStrength),
  });
  return (
    <span className={styles.memory} data-fading={isFading || undefined} title={title}>
      <span className={styles.strength} aria-hidden>
        {strengthSteps.map((step) => (
          <span key={step} data-reached={memoryStrength > step || undefined} />
        ))}
      </span>
      <span className={styles.remembered}>{number(Math.round(remembered))}</span>
      {isFading && <span className="unseen">{say('customers.fading')}</span>}
    </span>
  );
}

/** When something last happened, and with which department. */
export function LastCell({ customer: { summary } }: CellProps) {
  const { ago, date } = useFormat();
  if (!summary.lastInteractionAt) return <Nothing />;
  return (
    <span className={styles.last} title={date(summary.lastInteractionAt, 'dateTime')}>
      {summary.lastDepartment && <DepartmentBadge department={summary.lastDepartment} small />}
      {ago(summary.lastInteractionAt)}
    </span>
  );
}
