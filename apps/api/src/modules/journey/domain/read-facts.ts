import type { FactKind } from '#modules/house';
import type { JourneyMap } from './journey-map.ts';
import type { StageEvent } from './stage-fold.ts';

/** What the fold looks at in a fact. */
export interface FoldedFact {
  factKey: string;
  at: Date;
  kind: FactKind;
}

/** What is open while facts are read one after the other: a fact means another thing to a buyer than to a stranger. */
export interface OpenThings {
  purchases: number;
  openDeals: number;
  openTickets: number;
  shared: boolean;
  used: boolean;
}

export const nothingYet = (): OpenThings => ({
  purchases: 0,
  openDeals: 0,
  openTickets: 0,
  shared: false,
  used: false,
});

/** Where a purchase or a share has left them: an answered question leads back there. */
function homeOf({ purchases, shared, used }: OpenThings): string | null {
  if (shared) return 'share';
  if (purchases > 1) return 'repeat';
  return purchases > 0 || used ? 'use' : null;
}

const closeOne = (open: number): number => Math.max(0, open - 1);

/**
 * What a fact says about stages, after those before it: points of the map, and for some kinds what only their history tells. The second
 * purchase is `bought-again`. A ticket that is solved while another is open says nothing; the last one ends assistance, and leads
 * back to where they were. The last open deal that is lost ends choice. A deal opened while a ticket is open waits its turn.
 * `null`: it moves nobody.
 */
export function readFact(fact: FoldedFact, standing: OpenThings, map: JourneyMap): StageEvent | null {
  const say = (kind: string, more: Partial<StageEvent> = {}): StageEvent | null => {
    const said = Object.hasOwn(map.facts, kind) ? map.facts[kind] : undefined;
    const id = `${fact.factKey} ${fact.kind}`;
    return said ? { id, at: fact.at.getTime(), ...said, ...more } : null;
  };
  switch (fact.kind) {
    case 'lead-created':
      // Who has bought and is met again as a lead by another department is a customer all the same.
      return homeOf(standing) ? null : say('lead-created');
    case 'deal-opened':
      standing.openDeals += 1;
      return say('deal-opened', standing.openTickets > 0 ? { hard: false } : {});
    case 'deal-lost': {
      standing.openDeals = closeOne(standing.openDeals);
      if (standing.openDeals > 0) return null;
      const home = homeOf(standing);
      return say('deal-lost', { ends: 'choice', ...(home ? { stage: home } : {}) });
    }
    case 'deal-won':
      standing.openDeals = closeOne(standing.openDeals);
      return bought();
    case 'order-placed':
      return bought();
    case 'product-used':
      standing.used = true;
      return say('product-used');
    case 'ticket-opened':
      standing.openTickets += 1;
      return say('ticket-opened');
    case 'ticket-solved': {
      standing.openTickets = closeOne(standing.openTickets);
      if (standing.openTickets > 0) return null;
      const home = standing.openDeals > 0 ? 'choice' : homeOf(standing);
      return say('ticket-solved', { ends: 'assistance', ...(home ? { stage: home } : {}) });
    }
    case 'referral-made':
    case 'review-written':
      standing.shared = true;
      return say(fact.kind);
    default:
      return say(fact.kind);
  }

  function bought(): StageEvent | null {
    standing.purchases += 1;
    standing.shared = false;
    return say(standing.purchases > 1 ? 'bought-again' : fact.kind);
  }
}
