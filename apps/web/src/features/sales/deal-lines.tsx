import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { DealLineFragment } from './deals.fragment.ts';
import styles from './deals-card.module.css';

const outcomes = { OPEN: 'sales.open', WON: 'sales.won', LOST: 'sales.lost' } as const satisfies Record<
  string,
  MessageId
>;
const tones = { OPEN: 'plain', WON: 'good', LOST: 'bad' } as const;

type Deal = { id: string } & FragmentOf<typeof DealLineFragment>;

/** Deals, each with where it stands and what it is worth. */
export function DealLines({ deals }: { deals: readonly Deal[] }) {
  return (
    <ul className={styles.lines}>
      {deals.map((deal) => (
        <DealLine key={deal.id} deal={deal} />
      ))}
    </ul>
  );
}

function DealLine({ deal: asked }: { deal: Deal }) {
  const say = useWords();
  const { money, date } = useFormat();
  const sees = may('Deal.amount');
  const deal = useOwned(DealLineFragment, asked);
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <p className={styles.name}>{deal.name}</p>
        <p className={styles.sub}>
          {[
            deal.stageName ?? deal.pipelineName,
            deal.outcome === 'OPEN'
              ? deal.closeDate && say('sales.closes', { day: date(`${deal.closeDate}T12:00:00`) })
              : deal.closedAt && date(deal.closedAt),
            deal.ownerName && colleagueText(deal.ownerName),
            sourceText(deal.sourceName, say),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={styles.worth}>
        {sees && (
          <span>{deal.amount ? money(deal.amount.amount, deal.amount.currency) : say('sales.noAmount')}</span>
        )}
        {deal.outcome !== 'OPEN' && <Pill tone={tones[deal.outcome]}>{say(outcomes[deal.outcome])}</Pill>}
      </div>
    </li>
  );
}
