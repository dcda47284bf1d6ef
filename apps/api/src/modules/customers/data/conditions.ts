import { fadingAfterDays, fadingStreak, strengthNow } from '#modules/house';
import type { CustomerFilter } from '../domain/customer-list.ts';
import { readSearch, type SearchWords } from '../domain/search-words.ts';

/** Takes a value of a statement and gives its placeholder. */
export interface Placeholders {
  add(value: unknown, type: string): string;
}

/** Gathers the values of a statement and hands out their placeholders. */
export class Values implements Placeholders {
  readonly list: unknown[] = [];
  readonly #before: number;

  /** `before`: how many values the statement has of its own, which come first. */
  constructor(before = 0) {
    this.#before = before;
  }

  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.#before + this.list.length}::${type}`;
  }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** What a row `s` of customer_summary must fulfil, as SQL. Every value is a parameter. */
export function conditionsOf(filter: CustomerFilter, values: Placeholders): string[] {
  const conditions: string[] = [];
  const among = (column: string, wanted: readonly string[] | null | undefined) => {
    if (wanted?.length) conditions.push(`s.${column} = ANY(${values.add(wanted, 'text[]')})`);
  };
  if (filter.text?.trim()) conditions.push(textCondition(filter.text, values));
  among('stage', filter.stages);
  among('owner_name', filter.ownerNames);
  among('country', filter.countries);
  among('language', filter.languages);
  if (filter.emailConsent?.length) {
    const wanted = values.add(filter.emailConsent, 'text[]');
    conditions.push(`coalesce(s.email_consent, 'unknown') = ANY(${wanted})`);
  }
  if (filter.companyId) conditions.push(`s.company_id = ${values.add(filter.companyId, 'uuid')}`);
  if (filter.tags?.length) conditions.push(`s.tags @> ${values.add(filter.tags, 'text[]')}`);
  if (typeof filter.hasOpenTickets === 'boolean')
    conditions.push(filter.hasOpenTickets ? 's.open_tickets > 0' : 's.open_tickets = 0');
  if (typeof filter.hasOpenDeals === 'boolean')
    conditions.push(filter.hasOpenDeals ? 's.open_deals > 0' : 's.open_deals = 0');
  if (typeof filter.openDealValueAtLeast === 'number')
    conditions.push(`s.open_deal_value >= ${values.add(filter.openDealValueAtLeast, 'numeric')}`);
  if (filter.stageSinceBefore)
    conditions.push(`s.stage_since < ${values.add(filter.stageSinceBefore, 'timestamptz')}`);
  if (filter.stageSinceAfter)
    conditions.push(`s.stage_since > ${values.add(filter.stageSinceAfter, 'timestamptz')}`);
  if (filter.lastInteractionBefore)
    conditions.push(
      `coalesce(s.last_interaction_at, '-infinity'::timestamptz) < ${values.add(filter.lastInteractionBefore, 'timestamptz')}`,
    );
  if (filter.lastInteractionAfter)
    conditions.push(
      `coalesce(s.last_interaction_at, '-infinity'::timestamptz) > ${values.add(filter.lastInteractionAfter, 'timestamptz')}`,
    );
  if (typeof filter.isFading === 'boolean')
    conditions.push(filter.isFading ? isFading('s') : `NOT ${isFading('s')}`);
  if (filter.lastOutcomes?.length) {
    const wanted = values.add(
      filter.lastOutcomes.map((outcome) => outcome.replaceAll('-', '_')),
      'text[]',
    );
    conditions.push(`coalesce(s.last_outcome, 'unknown') = ANY(${wanted})`);
  }
  if (typeof filter.rememberedAtMost === 'number')
    conditions.push(`${rememberedNow('s')} <= ${values.add(filter.rememberedAtMost, 'float8')}`);
  return conditions;
}

/** The same conditions for a statement of another subject, which has so many values already. */
export function summaryConditions(
  filter: CustomerFilter,
  valuesBefore: number,
): { conditions: string[]; values: unknown[] } {
  const values = new Values(valuesBefore);
  const conditions = conditionsOf(filter, values);
  return { conditions, values: values.list };
}

/** SQL of what somebody remembers of us now, 0–100, out of a row of customer_summary. */
export const rememberedNow = (s: string): string =>
  `(50 * (1 + ${s}.memory_mean * ${strengthNow(`${s}.half_remembered_until`)}))`;

/** SQL of whether somebody is fading now. */
export const isFading = (s: string): string =>
  `(${s}.fade_streak >= ${fadingStreak} OR coalesce(${s}.half_remembered_until < now() - interval '${fadingAfterDays} days', false))`;

// Found beside the summary, by the trigram index: see `customer_words`.
function textCondition(text: string, values: Placeholders): string {
  const { words, digits } = readSearch(text);
  if (!digits && words.length > 0 && words.every((word) => word.length < 3))
    return words
      .map((word) => `s.sort_name LIKE fold(${values.add(`${escapeLike(word)}%`, 'text')})`)
      .join(' AND ');
  return `s.customer_id IN (SELECT w.customer_id FROM customer_words w WHERE ${wordsCondition({ words, digits }, values)})`;
}

/**
 * What the words `w` of somebody must fulfil: every word found as it stands or, for words of letters only and from four on, as a
 * similar one. Mailboxes and numbers are copied, not remembered: in these a typo would find everybody.
 */
export function wordsCondition({ words, digits }: SearchWords, values: Placeholders): string {
  if (digits) return `w.search_text LIKE ${values.add(`%${digits}%`, 'text')}`;
  if (words.length === 0) return 'false';
  return words
    .map((word) => {
      const exact = `w.search_text LIKE fold(${values.add(`%${escapeLike(word)}%`, 'text')})`;
      return /^[\p{L}'’-]{4,}$/u.test(word)
        ? `(${exact} OR fold(${values.add(word, 'text')}) <% w.search_text)`
        : exact;
    })
    .join(' AND ');
}
