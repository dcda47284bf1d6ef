import { useLazyQuery, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Department } from '#lib/department.ts';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { may, useViewer } from '#lib/viewer.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { ContentFragment, contentThroughQuery, leftOutQuery } from './content.documents.ts';
import styles from './content.module.css';
import { OfferedLine } from './offered-line.tsx';
import { useGiving } from './use-giving.ts';
import { leftOutWords } from './words.ts';

/** What fits this customer at their stage, the next best first: to be given with one click, with the reason beside it. */
export function ContentCard({
  customer,
  department,
  link,
}: {
  customer: { id: string } & FragmentOf<typeof ContentFragment>;
  /** Through whose eyes the page is seen. */
  department: Department;
  /** A link to a piece of content in the library. */
  link: (id: string, title: string) => React.ReactNode;
}) {
  const say = useWords();
  const me = useViewer();
  const own = useOwned(ContentFragment, customer);
  const isOwn = me?.department === null || me?.department === department;
  const through = useQuery(contentThroughQuery, {
    variables: { id: own.id, department },
    skip: isOwn,
    fetchPolicy: 'cache-and-network',
  });
  const offers = isOwn
    ? own.content
    : (through.data?.customer?.content ?? (through.error ? null : undefined));
  const giving = useGiving(own.id);
  const mayGive = may('Mutation.useContent');
  const best = offers?.find(({ givenAt }) => !givenAt) ?? offers?.[0];
  useCommands(
    {
      id: 'customer-content',
      label: 'content.forStage',
      commands: [
        {
          id: 'content-give-best',
          label: 'content.giveBest',
          keys: 'i',
          run: () => best && void giving.insert(best),
        },
      ],
    },
    mayGive && Boolean(best),
  );
  const stage = offers?.[0]?.stage;
  return (
    <Card
      title={say('content.forStage')}
      aside={
        <>
          {stage && <StagePill stage={stage} />}
          <DepartmentBadge department={isOwn ? (me?.department ?? department) : department} small />
        </>
      }
    >
      {offers === null && <Broken onRetry={isOwn ? undefined : () => void through.refetch()} />}
      {offers === undefined && <Bone height={64} />}
      {offers?.length === 0 && <CardNote>{say('content.noneFits')}</CardNote>}
      <ul className={styles.offers}>
        {offers?.map((offer) => (
          <OfferedLine
            key={`${offer.item?.id ?? offer.title}`}
            offer={offer}
            giving={mayGive ? giving : null}
            keys={offer === best ? 'i' : undefined}
            link={link}
          />
        ))}
      </ul>
      <LeftOut customerId={own.id} department={isOwn ? null : department} />
    </Card>
  );
}

/** What is placed here and not offered, with the reason; asked for only when somebody wants to know. */
function LeftOut({ customerId, department }: { customerId: string; department: Department | null }) {
  const say = useWords();
  const { locale } = useIntl();
  const [asked, setAsked] = useState(false);
  const [ask, { data, error, loading }] = useLazyQuery(leftOutQuery, { fetchPolicy: 'network-only' });
  const load = () => void ask({ variables: { id: customerId, department } });
  const left = data?.customer?.contentLeftOut;
  return (
    <Fold
      label={say('content.leftOut')}
      onOpen={() => {
        if (asked) return;
        setAsked(true);
        load();
      }}
    >
      {loading && <Bone height={24} />}
      {error && <Broken onRetry={load} />}
      {left?.length === 0 && <CardNote>{say('content.nothingLeftOut')}</CardNote>}
      <ul className={styles.left} lang={locale}>
        {left?.map(({ item, title, why }) => (
          <li key={item?.id ?? title}>
            <span>{title}</span>
            <small>{say(leftOutWords[why])}</small>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
