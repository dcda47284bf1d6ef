import { useSuspenseQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { TodayTasks } from '#features/activity';
import { BeforeCall } from '#features/advice';
import { TodayEndings, TodayFading } from '#features/experience';
import { TodayMoved, TodayStuck } from '#features/journey';
import { TodayPromises } from '#features/promises';
import { TodayDeals } from '#features/sales';
import { TodayTickets } from '#features/support';
import type { Department } from '#lib/department.ts';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useLiveReading } from '#lib/graphql/use-live.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { sight, useViewer } from '#lib/viewer.ts';
import styles from './today.module.css';
import { todayQuery } from './today.query.ts';

const live = [todayQuery];

type Today = ResultOf<typeof todayQuery>['today'];

/** What can be opened below somebody's line. */
type Below = ((customer: { id: string; displayName: string }) => ReactNode) | undefined;

/** The sections of the day. A feature adds its own here, and says below for whom it stands where. */
const sections = {
  tasks: (today) => <TodayTasks key="tasks" today={today} />,
  tickets: (today) => <TodayTickets key="tickets" today={today} />,
  promises: (today) => <TodayPromises key="promises" today={today} />,
  deals: (today, below) => <TodayDeals key="deals" today={today} {...(below ? { below } : {})} />,
  moved: (today) => <TodayMoved key="moved" today={today} />,
  stuck: (today) => <TodayStuck key="stuck" today={today} />,
  endings: (today) => <TodayEndings key="endings" today={today} />,
  fading: (today, below) => <TodayFading key="fading" today={today} {...(below ? { below } : {})} />,
} satisfies Record<string, (today: Today, below: Below) => ReactNode>;

type Section = keyof typeof sections;

/** What stands first for whom; nobody is kept from what the others do. */
const orders: Record<Department | 'NONE', readonly Section[]> = {
  SALES: ['deals', 'tasks', 'promises', 'endings', 'moved', 'stuck', 'fading', 'tickets'],
  MARKETING: ['moved', 'fading', 'stuck', 'endings', 'tasks', 'promises', 'deals', 'tickets'],
  SUPPORT: ['tickets', 'promises', 'endings', 'tasks', 'stuck', 'moved', 'fading', 'deals'],
  NONE: ['tasks', 'promises', 'tickets', 'endings', 'deals', 'moved', 'fading', 'stuck'],
};

/** Whoever sells calls people up: what is best said to whom stands one click below each of them. */
const beforeCall: Below = (customer) => (
  <BeforeCall
    customer={customer}
    link={(contentId, title) => (
      <Link to="/content/$contentId" params={{ contentId }}>
        {title}
      </Link>
    )}
  />
);

/** What deserves the next hour, by department. */
export function TodayPage() {
  const say = useWords();
  const { date } = useFormat();
  const viewer = useViewer();
  const { data } = useSuspenseQuery(todayQuery, { variables: sight(), errorPolicy: 'all' });
  useLiveReading(live, { everyMs: 10_000 });
  useTitle(say('today.title'));
  const today = data?.today;
  const hour = new Date().getHours();
  const greeting = hour < 12 ? 'today.morning' : hour < 18 ? 'today.afternoon' : 'today.evening';
  const order = orders[viewer?.department ?? 'NONE'];
  const below = viewer?.department === 'SALES' ? beforeCall : undefined;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say(greeting, { name: viewer?.name.split(' ')[0] ?? '' })}</h1>
        <p>
          {date(new Date(), 'day')} · <Link to="/customers">{say('today.everybody')}</Link>
        </p>
      </header>
      {today && (
        <div className={styles.sections}>{order.map((section) => sections[section](today, below))}</div>
      )}
    </div>
  );
}
