import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import styles from './obstacles-card.module.css';

/** What the obstacles card asks. */
export const ObstaclesFragment = graphql(`
  fragment Obstacles on Customer {
    id
    hardCases(first: 5) {
      id
      title
      openedAt
      isSolved
      ease
      events
      asOf
      settings
      met { kind stepFrom stepTo at excessMinutes }
    }
  }
`);

const kinds = {
  LOOP: 'obstacles.loop',
  HANDOFF: 'obstacles.handoff',
  PINGPONG: 'obstacles.pingpong',
  CHANNEL_SWITCH: 'obstacles.channelSwitch',
  STALL: 'obstacles.stall',
  REPEAT_CONTACT: 'obstacles.repeatContact',
  ABANDON: 'obstacles.abandon',
} as const satisfies Record<string, MessageId>;

/** What stood in this customer's way, case by case, and how much ease was left. */
export function ObstaclesCard({
  customer,
}: {
  customer: { id: string } & FragmentOf<typeof ObstaclesFragment>;
}) {
  const say = useWords();
  const { ago, date, number } = useFormat();
  const { hardCases } = useOwned(ObstaclesFragment, customer);
  return (
    <Card title={say('obstacles.title')}>
      {hardCases === null && <Broken />}
      {hardCases?.length === 0 && <CardNote>{say('obstacles.none')}</CardNote>}
      <ul className={styles.cases}>
        {hardCases?.map((one) => (
          <li key={one.id}>
            <p className={styles.head}>
              <b>{one.title}</b>
              <span title={say('obstacles.easeText', { events: one.events, settings: one.settings })}>
                <Pill tone={one.ease < 50 ? 'bad' : 'warn'}>{say('obstacles.ease', { ease: one.ease })}</Pill>
              </span>
            </p>
            <ul className={styles.met}>
              {one.met.map((each) => (
                <li key={`${each.kind} ${each.at}`}>
                  {say(kinds[each.kind])}
                  <small>
                    <time dateTime={each.at} title={date(each.at, 'dateTime')}>
                      {ago(each.at)}
                    </time>
                    {each.excessMinutes !== null &&
                      each.excessMinutes >= 60 &&
                      ` · ${say('obstacles.longer', { hours: number(Math.round(each.excessMinutes / 60)) })}`}
                  </small>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
