import { useQuery } from '@apollo/client/react';
import { Clock3, Package, Send, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { zoneText } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Card } from '#ui/card/card.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { type NextBest, nextBestQuery } from './advice.documents.ts';
import styles from './next-best.module.css';
import { channelText, kindWords, nothingWords } from './words.ts';

/** Makes the link to a piece of content; the page knows where that is. */
export type LinkTo = (id: string, title: string) => ReactNode;
type Shown = { what: ReactNode; why: string };

/** What is best done next: the right product, moment, engagement and offer, each with its reason, or why there is none. */
export function NextBestCard({ customerId, link }: { customerId: string; link: LinkTo }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(nextBestQuery, {
    variables: { id: customerId },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  const best = data?.customer?.nextBest;
  return (
    <Card title={say('advice.title')}>
      {best ? (
        <Parts best={best} link={link} />
      ) : error ? (
        <Broken onRetry={() => void refetch()} />
      ) : (
        <Bone height={216} />
      )}
    </Card>
  );
}

/** The four parts of what is best done next, as they are read in a card or below a line of the day. */
export function Parts({ best, link }: { best: NextBest; link: LinkTo }) {
  const say = useWords();
  const product = useProduct(best.product);
  const moment = useMoment(best.moment);
  const engagement = useEngagement(best.engagement);
  const offer = useOffer(best.offer, link);
  const parts = [
    { label: say('advice.product'), icon: Package, is: product, nothing: best.product.nothing },
    { label: say('advice.moment'), icon: Clock3, is: moment, nothing: best.moment.nothing },
    { label: say('advice.engagement'), icon: Send, is: engagement, nothing: best.engagement.nothing },
    { label: say('advice.offer'), icon: Tag, is: offer, nothing: best.offer.nothing },
  ];
  return (
    <>
      <dl className={styles.parts}>
        {parts.map(({ label, icon: Icon, is, nothing }) => (
          <div key={label} className={styles.part} data-nothing={nothing !== null || undefined}>
            <dt>
              <Icon size={14} aria-hidden />
              {label}
            </dt>
            <dd>
              <b>{is?.what ?? say('advice.none')}</b>
              <p>{nothing ? say(nothingWords[nothing]) : is?.why}</p>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.settings}>{say('advice.settings', { version: best.settings })}</p>
    </>
  );
}

function useProduct({ by, name, ...one }: NextBest['product']): Shown | null {
  const say = useWords();
  const { number, percent, date } = useFormat();
  if (by === 'INTERVAL' && one.gapDays !== null && one.lastAt)
    return {
      what: name,
      why: say(one.whose === 'OWN' ? 'advice.dueOwn' : 'advice.dueOthers', {
        gap: Math.round(one.gapDays),
        lo: number(Math.round(one.gapLow ?? one.gapDays)),
        hi: number(Math.round(one.gapHigh ?? one.gapDays)),
        n: number(one.gaps ?? 0),
        last: date(one.lastAt),
      }),
    };
  if (by === 'SIMILAR' && one.share?.lo != null && one.share.hi != null)
    return {
      what: name,
      why: say('advice.similar', {
        k: number(one.share.k),
        n: number(one.share.n),
        with: one.withName,
        lo: percent(one.share.lo),
        hi: percent(one.share.hi),
        base: percent(one.base ?? 0),
      }),
    };
  return null;
}

function useMoment({ date: day, fromHour, untilHour, ...one }: NextBest['moment']): Shown | null {
  const say = useWords();
  const { number, percent, date, hours } = useFormat();
  const { locale } = useIntl();
  if (!day || fromHour === null || untilHour === null) return null;
  // On the clock of wherever they live: no zone, so that it stands as it is.
  const clock = (hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`);
  return {
    what: say('advice.when', {
      day: date(`${day}T12:00:00`, 'weekday'),
      hours: hours(clock(fromHour), clock(untilHour)),
    }),
    why: say(one.whose === 'OWN' ? 'advice.ownHours' : 'advice.othersHours', {
      k: number(one.own?.k ?? 0),
      n: number(one.own?.n ?? 0),
      usual: percent(one.everybody?.p ?? 0),
      all: number(one.everybody?.n ?? 0),
      place: zoneText(locale, one.timeZone),
    }),
  };
}

function useEngagement({ kind, channel, own, everybody }: NextBest['engagement']): Shown | null {
  const say = useWords();
  const { number, percent } = useFormat();
  if (!kind) return null;
  const what = say('advice.how', { kind: say(kindWords[kind]), channel: channelText(channel, say) });
  if (kind === 'SERVICE') return { what, why: say('advice.helpFirst') };
  return {
    what,
    why:
      own?.lo != null && own.hi != null
        ? say('advice.answered', {
            k: number(own.k),
            n: number(own.n),
            lo: percent(own.lo),
            hi: percent(own.hi),
            usual: percent(everybody?.p ?? 0),
          })
        : say('advice.answeredByOthers', { usual: percent(everybody?.p ?? 0), n: number(everybody?.n ?? 0) }),
  };
}

function useOffer({ content }: NextBest['offer'], link: LinkTo): Shown | null {
  const say = useWords();
  const { number, percent } = useFormat();
  if (!content) return null;
  const { item, title, tried, worked, workedLow, workedHigh, share, language } = content;
  return {
    what: <span lang={language}>{item ? link(item.id, title) : title}</span>,
    why: [
      tried > 0 && workedLow !== null && workedHigh !== null
        ? say('advice.worked', {
            worked: number(worked),
            tried: number(tried),
            lo: percent(workedLow),
            hi: percent(workedHigh),
          })
        : say('advice.untried'),
      share > 0 && say('advice.share', { share: number(Math.round(share * 100)) }),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
