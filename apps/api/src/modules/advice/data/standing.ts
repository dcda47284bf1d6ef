import { isGranted } from '#modules/consent';
import type { Db } from '#platform/database';

/** What decides whether and how we may come to somebody. */
export interface Standing {
  /** As a source says it: perhaps no zone at all. */
  timeZone: string | null;
  country: string | null;
  /** The channel of their latest open case. */
  caseChannel: string | null;
  /** Channels on which they agreed to hear from us. */
  granted: string[];
  /** The time zone of our own business hours, where some are kept. */
  houseZone: string | null;
}

/** Channels on which we come to people, which they must have agreed to. */
const channels = ['email', 'phone', 'sms', 'social'];

/** How a customer stands to being contacted; `null` for nobody. */
export async function standingOf(db: Db, customerId: string): Promise<Standing | null> {
  const [row] = await db.named<Standing>(
    'advice-standing',
    `SELECT c.time_zone AS "timeZone", s.country,
            (SELECT coalesce(nullif(lower(t.channel), ''), 'other') FROM ticket t
              WHERE t.customer_id = s.customer_id AND t.status IN ('new', 'open', 'pending', 'hold') ORDER BY t.opened_at DESC LIMIT 1) AS "caseChannel",
            ARRAY(SELECT c FROM unnest($2::text[]) c WHERE ${isGranted('s.customer_id', `'marketing'`, 'c')}) AS granted,
            (SELECT h.time_zone FROM business_hours h WHERE h.removed_at IS NULL ORDER BY h.name, h.id LIMIT 1) AS "houseZone"
       FROM customer_summary s JOIN customer c ON c.id = s.customer_id WHERE s.customer_id = $1`,
    [customerId, channels],
  );
  return row ?? null;
}
