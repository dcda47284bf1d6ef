import { type JourneyMap, journeyMap } from './journey-map.ts';

/**
 * The map that everybody starts with, for the facts that the subjects give. Hard are facts that a person or a till has put on record: a deal, an
 * order, a ticket, a return, a review, a referral. What is only seen (a page read, a product used) has to add up.
 */
export const usualJourney: JourneyMap = journeyMap.parse({
  name: 'journey',
  version: 'journey-1',
  stages: ['need', 'research', 'choice', 'use', 'assistance', 'share', 'repeat'],
  facts: {
    'lead-created': { stage: 'need', points: 1 },
    'content-consumed': { stage: 'research', points: 1 },
    'deal-opened': { stage: 'choice', points: 4, hard: true },
    'deal-lost': { stage: 'research', points: 2 },
    'deal-won': { stage: 'use', points: 4, hard: true },
    'order-placed': { stage: 'use', points: 4, hard: true },
    'bought-again': { stage: 'repeat', points: 4, hard: true },
    'product-used': { stage: 'use', points: 2 },
    'ticket-opened': { stage: 'assistance', points: 4, hard: true },
    'ticket-solved': { stage: 'use', points: 3 },
    'order-returned': { stage: 'assistance', points: 4, hard: true },
    'review-written': { stage: 'share', points: 4, hard: true },
    'referral-made': { stage: 'share', points: 4, hard: true },
  },
});
