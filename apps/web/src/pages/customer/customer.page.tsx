import { useSuspenseQuery } from '@apollo/client/react';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { UserX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ActivityCard, NoteComposer } from '#features/activity';
import { NextBestCard } from '#features/advice';
import { PreferredCard } from '#features/channels';
import { ConsentsCard } from '#features/consent';
import { ContentCard } from '#features/content';
import { AboutCard, CustomerHeader, RemoveCustomer } from '#features/customers';
import { AttachmentCard, ExperienceCard, MemoriesCard } from '#features/experience';
import { PickCustomer, SourcesCard } from '#features/identity';
import { StageBar } from '#features/journey';
import { ObstaclesCard } from '#features/obstacles';
import { PromisesCard } from '#features/promises';
import { DealsCard } from '#features/sales';
import { TicketsCard } from '#features/support';
import { Timeline, type TimelineSearch, timelineVariables } from '#features/timeline';
import { WordOfMouthCard } from '#features/voice';
import { announce } from '#lib/announce.ts';
import { useLive } from '#lib/graphql/use-live.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { departmentOf, type Lens, useLens } from '#lib/lens.ts';
import { keepRecent } from '#lib/recents.ts';
import { stepsAround, trail } from '#lib/trail.ts';
import { may, sight } from '#lib/viewer.ts';
import button from '#ui/button/button.module.css';
import { EmptyState } from '#ui/state/empty-state.tsx';
import styles from './customer.module.css';
import { customerQuery, customerSubscription } from './customer.query.ts';

const route = getRouteApi('/in/customers/$customerId');

type Card =
  | 'voice'
  | 'tickets'
  | 'deals'
  | 'next'
  | 'content'
  | 'promises'
  | 'obstacles'
  | 'activity'
  | 'consents'
  | 'voice'
  | 'memories'
  | 'attachment';

/** Which cards stand first at the right, by lens: what a department works with; nothing is left out. */
const cardOrders: Record<Lens, readonly Card[]> = {
  sales: [
    'deals',
    'next',
    'content',
    'memories',
    'promises',
    'voice',
    'obstacles',
    'attachment',
    'activity',
    'tickets',
    'consents',
  ],
  marketing: [
    'consents',
    'next',
    'content',
    'attachment',
    'memories',
    'deals',
    'promises',
    'voice',
    'obstacles',
    'activity',
    'tickets',
  ],
  support: [
    'tickets',
    'next',
    'content',
    'memories',
    'promises',
    'voice',
    'obstacles',
    'activity',
    'attachment',
    'deals',
    'consents',
  ],
};

/** One customer as all three departments see them. */
export function CustomerPage() {
  const { customerId } = route.useParams();
  // Another customer is another page: nothing typed or unfolded carries over.
  return <OneCustomer key={customerId} customerId={customerId} />;
}

function OneCustomer({ customerId }: { customerId: string }) {
  const say = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const lens = useLens();
  const mayWrite = may('Mutation.addNote');
  const composer = useRef<HTMLTextAreaElement>(null);
  const timeline = useRef<HTMLDivElement>(null);
  /** The interaction that the curve looks at. */
  const [only, setOnly] = useState<string | null>(null);
  // The filters at arrival: later ones are the timeline's own question, not a reason to ask for the page again.
  const [variables] = useState(() => ({ id: customerId, ...timelineVariables(search), ...sight() }));
  const { data } = useSuspenseQuery(customerQuery, { variables, errorPolicy: 'all' });
  const customer = data?.customer;

  useLive(customerSubscription, {
    keeps: [customerQuery],
    variables,
    onData: () => announce(say('customer.changed')),
  });

  const name = customer?.displayName;
  const id = customer?.id;
  useEffect(() => {
    if (!id || !name) return undefined;
    keepRecent({ id, name });
    document.title = `${name} · Ancora`;
    return () => {
      document.title = 'Ancora';
    };
  }, [id, name]);

  // The next customer of the list is fetched while this one is read.
  const router = useRouter();
  useEffect(() => {
    const next = stepsAround(trail.get(), customerId).after;
    if (!next) return undefined;
    const timer = setTimeout(() => {
      void router
        .preloadRoute({ to: '/customers/$customerId', params: { customerId: next } })
        .catch(() => {});
    }, 1_200);
    return () => clearTimeout(timer);
  }, [customerId, router]);

  const go = (to: string | undefined) =>
    to && void navigate({ to: '/customers/$customerId', params: { customerId: to } });
  useCommands({
    id: 'customer',
    label: 'customer.title',
    commands: [
      ...(mayWrite
        ? [
            {
              id: 'customer-note',
              label: 'customer.writeNote',
              keys: 'n',
              run: () => composer.current?.focus(),
            } as const,
          ]
        : []),
      {
        id: 'customer-next',
        label: 'customer.next',
        keys: 'j',
        run: () => go(stepsAround(trail.get(), customerId).after),
      },
      {
        id: 'customer-before',
        label: 'customer.previous',
        keys: 'k',
        run: () => go(stepsAround(trail.get(), customerId).before),
      },
      {
        id: 'customer-back',
        label: 'customer.back',
        keys: 'esc',
        keyboardOnly: true,
        run: () => void navigate({ href: trail.get().href }),
      },
    ],
  });

  if (!customer) {
    return (
      <EmptyState
        icon={<UserX size={24} aria-hidden />}
        title={say('customer.missing')}
        text={say('customer.missingText')}
        action={
          <a href={trail.get().href} className={button.button}>
            {say('customer.back')}
          </a>
        }
      />
    );
  }
  const change = (part: TimelineSearch) =>
    void navigate({
      to: '/customers/$customerId',
      params: { customerId },
      search: (before) => ({ ...before, ...part }),
      replace: true,
      resetScroll: false,
    });
  // A moment is shown where it happened: the timeline goes to its day.
  const goTo = (at: string) => {
    const day = new Date(at);
    const two = (part: number) => String(part).padStart(2, '0');
    change({ at: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}` });
    timeline.current?.scrollIntoView({ block: 'start' });
  };
  const cards = {
    memories: <MemoriesCard key="memories" customer={customer} only={only} onOnly={setOnly} />,
    attachment: <AttachmentCard key="attachment" customer={customer} onOpen={goTo} />,
    tickets: <TicketsCard key="tickets" customer={customer} />,
    deals: <DealsCard key="deals" customer={customer} />,
    next: (
      <NextBestCard
        key="next"
        customerId={customer.id}
        link={(contentId, title) => (
          <Link to="/content/$contentId" params={{ contentId }}>
            {title}
          </Link>
        )}
      />
    ),
    content: (
      <ContentCard
        key="content"
        customer={customer}
        department={departmentOf(lens)}
        link={(contentId, title) => (
          <Link to="/content/$contentId" params={{ contentId }}>
            {title}
          </Link>
        )}
      />
    ),
    promises: <PromisesCard key="promises" customer={customer} />,
    obstacles: <ObstaclesCard key="obstacles" customer={customer} />,
    activity: <ActivityCard key="activity" customer={customer} />,
    consents: <ConsentsCard key="consents" customer={customer} />,
    voice: (
      <WordOfMouthCard
        key="voice"
        customer={customer}
        link={({ id: other, displayName }) => (
          <Link to="/customers/$customerId" params={{ customerId: other }}>
            {displayName}
          </Link>
        )}
        reviewLink={(review, isDone, words) => (
          <Link to="/reviews" search={{ review, ...(isDone ? { view: 'done' as const } : {}) }}>
            {words}
          </Link>
        )}
        pick={(onPick, without) => (
          <PickCustomer without={without} label={say('voice.findCustomer')} onPick={(one) => onPick(one)} />
        )}
      />
    ),
  };
  return (
    <article className={styles.page}>
      <CustomerHeader customer={customer} onNote={mayWrite ? () => composer.current?.focus() : undefined} />
      <StageBar customer={customer} />
      <div className={styles.columns}>
        <div className={styles.about}>
          <AboutCard customer={customer} />
          <PreferredCard customer={customer} />
          <SourcesCard
            customer={customer}
            removal={<RemoveCustomer customer={{ id: customer.id, name: customer.displayName }} />}
          />
        </div>
        <div className={styles.middle}>
          <ExperienceCard customer={customer} only={only} onOnly={setOnly} onOpen={goTo} />
          <div ref={timeline} className={styles.timeline}>
            <Timeline customerId={customerId} search={search} change={change} lens={departmentOf(lens)}>
              {mayWrite && <NoteComposer customerId={customerId} field={composer} />}
            </Timeline>
          </div>
        </div>
        <div className={styles.now}>{cardOrders[lens].map((card) => cards[card])}</div>
      </div>
    </article>
  );
}
