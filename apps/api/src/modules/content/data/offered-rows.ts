import { isGranted } from '#modules/consent';
import { usualContent } from '../domain/settings.ts';

/** What is asked, as SQL: whose content, for which department, on which channel, in which language. All but the customer may be NULL. */
export interface OfferedAsk {
  customer: string;
  department: string;
  channel: string;
  language: string;
}

/** Days in which what was given already stands behind what is new to them. */
export const givenDays = 30;

/** Channels on which we come to people, rather than they to us: without consent only service content goes there. */
const outgoing = `('email', 'sms', 'phone', 'social')`;

/** Wilson's interval of k out of n at 95 %, one end, as `wilson` says it; four decimals. */
export const wilsonEnd = (k: string, n: string, end: '-' | '+'): string => {
  const z = 1.959963984540054;
  return `CASE WHEN ${n} > 0 THEN round(((${k}::float8 / ${n} + ${(z * z) / 2} / ${n} ${end} ${z} * sqrt((${k}::float8 / ${n} * (1 - ${k}::float8 / ${n}) + ${(z * z) / 4} / ${n}) / ${n})) / (1 + ${z * z} / ${n}))::numeric, 4) END`;
};

const reasons = (list: readonly [when: string, code: string, value?: string][]): string =>
  `array_remove(ARRAY[${list
    .map(([when, code, value]) => `CASE WHEN ${when} THEN '${code}:'${value ? ` || ${value}` : ''} END`)
    .join(', ')}], NULL)`;

/**
 * All that is placed in the stage where a customer stands (and for the silent ones, when they are silent), each once, with what speaks for it (`reasons`) or why it is left out (`why`).
 * The rules are those of `nextContent`, said in SQL so that a page stays one statement; a test holds the two equal.
 */
function judged({ customer, department, channel, language }: OfferedAsk): string {
  const { fatigueCap, fatigueDays } = usualContent;
  const stopsOffers = `i.purpose <> 'service'`;
  return `SELECT DISTINCT ON (i.id) i.id AS item_id, i.kind, i.purpose, i.owner_name, i.product, v.version, v.valid_until, t.language, t.title, t.body,
      t.link, t.file_id, p.channel, p.priority, p.stage, p.department, g.given_at, who.customer_id,
      coalesce(a.uses, 0) AS uses, coalesce(a.opened, 0) AS opened, coalesce(a.successes, 0) AS worked,
      coalesce(a.successes + a.failures, 0) AS tried, greatest(coalesce(a.serve, 1), 0.000001) AS weight,
      (who.wanted IS NOT NULL AND t.language <> who.wanted) AS is_fallback,
      ${reasons([
        ['true', 'stage', 'p.stage'],
        ['p.with_open_ticket AND who.open_tickets > 0', 'open-ticket'],
        ['p.with_open_deal AND who.open_deals > 0', 'open-deal'],
        [
          `p.with_tags <> '{}'`,
          'tag',
          `coalesce((SELECT min(tag) FROM unnest(p.with_tags) tag WHERE tag = ANY(who.tags)), '')`,
        ],
        [`p.in_countries <> '{}'`, 'country', `coalesce(who.country, '')`],
        ['who.wanted IS NULL', 'language-unknown', 't.language'],
        ['t.language = who.wanted', 'language', 't.language'],
        ['t.language <> who.wanted', 'other-language', 't.language'],
        [`i.kind = 'review' AND p.stage = 'research'`, 'peer'],
        [`i.purpose = 'service' AND who.open_tickets > 0`, 'service'],
        ['g.given_at IS NOT NULL', 'given'],
      ])} AS reasons,
      CASE WHEN NOT ((p.channel = 'any' OR ${channel} IS NULL OR p.channel = ${channel})) THEN 'channel'
           WHEN ${stopsOffers} AND ${channel} IN ${outgoing} AND NOT ${isGranted('who.customer_id', `'marketing'`, channel)} THEN 'consent'
           WHEN v.valid_until < current_date OR v.valid_from > current_date THEN 'expired'
           WHEN p.language IS NOT NULL AND p.language IS DISTINCT FROM who.wanted THEN 'language'
           WHEN (p.with_tags <> '{}' AND NOT p.with_tags && who.tags)
             OR (p.in_countries <> '{}' AND NOT coalesce(who.country = ANY(p.in_countries), false))
             OR p.with_open_ticket <> (who.open_tickets > 0) OR p.with_open_deal <> (who.open_deals > 0) THEN 'segment'
           WHEN ${stopsOffers} AND who.open_tickets > 0 THEN 'complaint'
           WHEN ${stopsOffers} AND who.recent >= ${fatigueCap} THEN 'fatigue'
           WHEN a.stopped THEN 'hopeless' END AS why
    FROM (SELECT s.*, EXISTS (SELECT FROM customer_stage z WHERE z.customer_id = s.customer_id AND z.dormant_from < now()) AS is_dormant,
                 coalesce(${language}, lower(split_part(s.language, '-', 1))) AS wanted,
                 (SELECT count(*) FROM content_use u JOIN content_item n ON n.id = u.item_id
                   WHERE u.customer_id = s.customer_id AND u.undone_at IS NULL AND n.purpose <> 'service'
                     AND u.at > now() - interval '${fatigueDays} days' AND u.at <= now()) AS recent
            FROM customer_summary s WHERE s.customer_id = ${customer}) who
    JOIN content_placement p ON (p.stage = who.stage OR (p.stage = 'dormant' AND who.is_dormant)) AND p.removed_at IS NULL AND (${department} IS NULL OR p.department = ${department})
    JOIN content_item i ON i.id = p.item_id AND i.archived_at IS NULL AND i.published_version IS NOT NULL
    JOIN content_version v ON v.item_id = i.id AND v.version = i.published_version
    JOIN LATERAL (SELECT t.* FROM content_variant t WHERE t.item_id = i.id AND t.version = v.version
                   ORDER BY t.language IS NOT DISTINCT FROM who.wanted DESC, t.language = 'en' DESC, t.language LIMIT 1) t ON true
    LEFT JOIN content_arm a ON a.stage = p.stage AND a.department = p.department AND a.item_id = i.id
    CROSS JOIN LATERAL (SELECT max(u.at) AS given_at FROM content_use u
                         WHERE u.customer_id = who.customer_id AND u.item_id = i.id AND u.undone_at IS NULL
                           AND u.at > now() - interval '${givenDays} days' AND u.at <= now()) g`;
}

/** The best placement of an item speaks for it: one that fits before one that does not, then the earlier one. */
const bestFirst = 'ORDER BY i.id, why NULLS FIRST, p.priority, p.id';

/** A number in (0, 1) that is the same for one customer, one piece of content and one day, and else as good as chance. */
const luck = `((('x' || substr(md5(j.customer_id::text || j.item_id::text || ((now() AT TIME ZONE 'UTC')::date)::text), 1, 8))::bit(32)::bigint + 0.5) / 4294967296.0)::float8`;

/**
 * What fits, in its order: what is new to them before what they were given, peers first in research, by priority, and within such a tier
 * by chance in proportion to how often each is to be served. The exponential race −ln(u)/w gives each the chance w/Σw to come first:
 * that is its propensity, logged with the use; what stands in
 * a later tier had none.
 */
export const offeredRows = (ask: OfferedAsk): string => `
  SELECT f.*, row_number() OVER (ORDER BY f.tier, f.finish, f.item_id)::int AS place,
         CASE WHEN f.tier = min(f.tier) OVER () THEN round((f.weight / sum(f.weight) OVER (PARTITION BY f.tier))::numeric, 6) ELSE 0 END AS share,
         '${usualContent.version}' AS settings,
         ${wilsonEnd('f.worked', 'f.tried', '-')} AS worked_low, ${wilsonEnd('f.worked', 'f.tried', '+')} AS worked_high
    FROM (SELECT j.*, -ln(${luck}) / j.weight AS finish,
                 (j.given_at IS NOT NULL)::int * 100 + (NOT (j.kind = 'review' AND j.stage = 'research'))::int * 10 + j.priority AS tier
            FROM (SELECT * FROM (${judged(ask)} ${bestFirst}) all_placed WHERE why IS NULL) j) f`;

/** What is placed in their stage and left out, with the reason, by title. */
export const leftOutRows = (ask: OfferedAsk): string =>
  `SELECT * FROM (${judged(ask)} ${bestFirst}) all_placed WHERE why IS NOT NULL ORDER BY title, item_id`;
