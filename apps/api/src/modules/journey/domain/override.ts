import { z } from 'zod';
import type { JourneyMap } from './journey-map.ts';

/** Why something about a stage or a map was not done. */
export interface JourneyRefusal {
  code:
    | 'CUSTOMER_MISSING'
    | 'NOT_FOUND'
    | 'NO_SUCH_STAGE'
    | 'REASON_NEEDED'
    | 'STANDS_THERE'
    | 'UNDONE_ALREADY'
    | 'BAD_MAP'
    | 'NOTHING_TO_PUBLISH';
  message: string;
  field: string | null;
}

const reason = z.string().trim().min(3).max(500);

/** What somebody says of a stage: the stage must be one of the map, and there must be a reason. */
export function readOverride(
  wish: { stage: string; reason: string },
  map: JourneyMap,
  standsAt: string | null,
): { ok: true; reason: string } | { ok: false; refusal: JourneyRefusal } {
  const refuse = (code: JourneyRefusal['code'], message: string, field: string) => ({
    ok: false as const,
    refusal: { code, message, field },
  });
  if (!map.stages.includes(wish.stage))
    return refuse('NO_SUCH_STAGE', `This journey has no stage called ${wish.stage}.`, 'stage');
  if (wish.stage === standsAt) return refuse('STANDS_THERE', 'They stand there already.', 'stage');
  const read = reason.safeParse(wish.reason);
  if (!read.success)
    return refuse('REASON_NEEDED', 'Say why, in 3 to 500 characters: the others will ask.', 'reason');
  return { ok: true, reason: read.data };
}
