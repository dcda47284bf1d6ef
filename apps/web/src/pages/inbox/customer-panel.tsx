import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { PreferredChannel, PreferredFragment } from '#features/channels';
import { ContentCard, ContentFragment } from '#features/content';
import { PromisesCard, PromisesFragment } from '#features/promises';
import { DealsCard, DealsFragment } from '#features/sales';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { titleText } from '#lib/kind-text.ts';
import { sight } from '#lib/viewer.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import { Breakable } from '#ui/breakable.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Bone } from '#ui/state/bones.tsx';
import styles from './customer-panel.module.css';

const panelQuery = graphql(
  `
    query InboxCustomer($id: ID!, $seesValue: Boolean!) {
      customer(id: $id) {
        id
        displayName
        profile { language { value } }
        emails { display }
        stage { stage }
        summary { tickets openTickets }
        timeline(first: 8) { edges { cursor node { id at department kind title } } }
        ...Content
        ...Deals
        ...Promises
        ...Preferred
      }
    }
  `,
  [ContentFragment, DealsFragment, PromisesFragment, PreferredFragment],
);

/** Who asks, while one answers: where they stand, what they told us already, what there is to give them, what sales does with them, what we promised. */
export function CustomerPanel({
  id,
  onLanguage,
}: {
  id: string;
  onLanguage: (language: string | null) => void;
}) {
  const say = useWords();
  const { ago, date } = useFormat();
  const { data, error, refetch } = useQuery(panelQuery, {
    variables: { id, ...sight() },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  const customer = data?.customer?.id === id ? data.customer : null;
  const language = customer?.profile.language?.value ?? null;
  useEffect(() => onLanguage(language), [language, onLanguage]);
  if (!customer)
    return error ? (
      <Broken onRetry={() => void refetch()} />
    ) : (
      <div className={styles.bones} aria-busy>
        <Bone height={36} />
        <Bone height={90} />
        <Bone height={90} />
      </div>
    );
  const before = Math.max(0, (customer.summary?.tickets ?? 1) - 1);
  // What the cards wait for hides them alone: who types in the ticket beside them keeps the focus.
  return (
    <Suspense>
      <div className={styles.who}>
        <Avatar name={customer.displayName} size={36} />
        <div className={styles.name}>
          <Link to="/customers/$customerId" params={{ customerId: id }}>
            {customer.displayName}
          </Link>
          <span>
            <Breakable text={[customer.emails[0]?.display, language].filter(Boolean).join(' · ')} />
          </span>
        </div>
        {customer.stage && <StagePill stage={customer.stage.stage} />}
      </div>
      <PreferredChannel customer={customer} />
      <Card
        title={say('support.panelTold')}
        aside={before > 0 ? say('support.panelRepeat', { count: before }) : undefined}
      >
        {customer.timeline?.edges.length ? (
          <ol className={styles.moments}>
            {customer.timeline.edges.map(({ node }) => (
              <li key={node.id}>
                <DepartmentBadge department={node.department} small />
                <span className={styles.title}>{titleText(node, say)}</span>
                <time dateTime={node.at} title={date(node.at, 'dateTime')}>
                  {ago(node.at)}
                </time>
              </li>
            ))}
          </ol>
        ) : (
          <CardNote>{say('ui.unknown')}</CardNote>
        )}
      </Card>
      <ContentCard
        customer={customer}
        department="SUPPORT"
        link={(contentId, title) => (
          <Link to="/content/$contentId" params={{ contentId }}>
            {title}
          </Link>
        )}
      />
      <PromisesCard customer={customer} />
      <DealsCard customer={customer} />
    </Suspense>
  );
}
