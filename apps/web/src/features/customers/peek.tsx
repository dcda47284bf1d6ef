import { useQuery } from '@apollo/client/react';
import { ArrowUpRight, X } from 'lucide-react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { titleText } from '#lib/kind-text.ts';
import { colleagueText } from '#lib/source-text.ts';
import { sight } from '#lib/viewer.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { DealValue, mainCompany } from './cells.tsx';
import styles from './peek.module.css';

const peekQuery = graphql(`
  query PeekCustomer($id: ID!, $seesValue: Boolean!) {
    customer(id: $id) {
      id
      displayName
      ownerName
      companies { isMain role company { id name } }
      stage { stage since }
      summary { openDeals openDealValue @include(if: $seesValue) { amount currency } openTickets lastInteractionAt }
      timeline(first: 6) {
        edges { cursor node { id at department kind title } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** A look at a customer beside the list, which keeps its place: who, where they stand, what happened last. */
export function Peek({ id, onOpen, onClose }: { id: string; onOpen: () => void; onClose: () => void }) {
  const say = useWords();
  const { number, ago, date } = useFormat();
  const { data, previousData, error } = useQuery(peekQuery, {
    variables: { id, ...sight() },
    fetchPolicy: 'cache-and-network',
  });
  const customer = data?.customer ?? (previousData?.customer?.id === id ? previousData.customer : null);
  const company = customer && mainCompany(customer);
  return (
    <aside className={styles.peek} aria-label={say('customers.peek')} aria-busy={!customer}>
      <div className={styles.tools}>
        <button type="button" onClick={onOpen}>
          <ArrowUpRight size={15} aria-hidden />
          {say('customers.open')}
          <KeyHint keys="enter" />
        </button>
        <button type="button" aria-label={say('ui.close')} title={say('ui.close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      </div>
      {error && <p className={styles.muted}>{say('ui.failed')}</p>}
      {!customer && !error && (
        <div className={styles.bones}>
          <Bone width={48} height={48} />
          <Bone width="70%" height={20} />
          <Bone width="50%" />
          <Bone height={90} />
        </div>
      )}
      {customer && (
        <>
          <header className={styles.head}>
            <Avatar name={customer.displayName} size={44} />
            <div>
              <h2>{customer.displayName}</h2>
              <p className={styles.muted}>
                {[company?.company.name, company?.role].filter(Boolean).join(' · ') ||
                  say('customers.noCompany')}
              </p>
            </div>
          </header>
          <dl className={styles.facts}>
            <div>
              <dt>{say('customers.stage')}</dt>
              <dd>{customer.stage ? <StagePill stage={customer.stage.stage} /> : <Nothing />}</dd>
            </div>
            <div>
              <dt>{say('customers.owner')}</dt>
              <dd>{customer.ownerName ? colleagueText(customer.ownerName) : <Nothing />}</dd>
            </div>
            <div>
              <dt>{say('customers.openDeals')}</dt>
              <dd>
                <DealValue summary={customer.summary} />
              </dd>
            </div>
            <div>
              <dt>{say('customers.openTickets')}</dt>
              <dd>{customer.summary.openTickets > 0 ? number(customer.summary.openTickets) : <Nothing />}</dd>
            </div>
          </dl>
          <h3>{say('customers.lately')}</h3>
          {customer.timeline?.edges.length === 0 && (
            <p className={styles.muted}>{say('customers.nothingYet')}</p>
          )}
          {!customer.timeline && <p className={styles.muted}>{say('ui.failed')}</p>}
          <ol className={styles.events}>
            {customer.timeline?.edges.slice(0, 6).map(({ node }) => (
              <li key={node.id}>
                <DepartmentBadge department={node.department} small />
                <div>
                  <p>{titleText(node, say)}</p>
                  <time dateTime={node.at} title={date(node.at, 'dateTime')}>
                    {ago(node.at)}
                  </time>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </aside>
  );
}
