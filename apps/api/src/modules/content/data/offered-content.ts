import { inPlaces } from '#kernel/batch';
import type { Db } from '#platform/database';
import type { ContentKind, ContentPurpose } from '../domain/content-item.ts';
import { leftOutRows, type OfferedAsk, offeredRows } from './offered-rows.ts';

/** Whose content, for whom. */
export interface OfferKey {
  customerId: string;
  /** `null`: of every department. */
  department: string | null;
  channel: string | null;
  language: string | null;
  first: number;
}

/** Content that fits a customer now. */
export interface Offered {
  itemId: string;
  kind: ContentKind;
  purpose: ContentPurpose;
  ownerName: string | null;
  product: string | null;
  version: number;
  validUntil: string | null;
  language: string;
  isFallback: boolean;
  title: string;
  body: string | null;
  link: string | null;
  fileId: string | null;
  channel: string;
  stage: string;
  department: string;
  givenAt: Date | null;
  /** `code:value`. */
  reasons: string[];
  place: number;
  share: number;
  /** Version of the settings that decided. */
  settings: string;
  uses: number;
  opened: number;
  tried: number;
  worked: number;
  workedLow: number | null;
  workedHigh: number | null;
}

/** Content that is left out, and why. */
export interface LeftOutContent {
  itemId: string;
  title: string;
  kind: ContentKind;
  why: string;
}

const asked: OfferedAsk = {
  customer: 'asked.customer',
  department: 'asked.department',
  channel: 'asked.channel',
  language: 'asked.language',
};
const questions = `unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS asked(customer, department, channel, language, nth)`;
const valuesOf = (keys: readonly OfferKey[]): unknown[] => [
  keys.map(({ customerId }) => customerId),
  keys.map(({ department }) => department),
  keys.map(({ channel }) => channel),
  keys.map(({ language }) => language),
];

/** What fits each customer now, in its order. */
export async function contentOffered(db: Db, keys: readonly OfferKey[]): Promise<Offered[][]> {
  const limit = Math.max(...keys.map(({ first }) => first));
  const rows = await db.named<Omit<Offered, 'place'> & { rank: number; place: number }>(
    `content-offered-${limit}`,
    `SELECT asked.nth::int AS place, o.item_id AS "itemId", o.kind, o.purpose, o.owner_name AS "ownerName", o.product, o.version,
            o.valid_until AS "validUntil", o.language, o.is_fallback AS "isFallback", o.title, o.body, o.link, o.file_id AS "fileId", o.channel,
            o.stage, o.department, o.given_at AS "givenAt", o.reasons, o.place AS rank, o.share::float8 AS share, o.settings, o.uses, o.opened, o.tried,
            o.worked, o.worked_low::float8 AS "workedLow", o.worked_high::float8 AS "workedHigh"
       FROM ${questions} CROSS JOIN LATERAL (${offeredRows(asked)} ORDER BY place LIMIT ${limit}) o
      ORDER BY asked.nth, o.place`,
    valuesOf(keys),
  );
  return inPlaces(rows, keys.length).map((list, nth) =>
    list.slice(0, keys[nth]!.first).map(({ rank, ...offered }) => ({ ...offered, place: rank })),
  );
}

/** What is placed in each customer's stage and left out, with the reason. */
export async function contentLeftOut(db: Db, keys: readonly OfferKey[]): Promise<LeftOutContent[][]> {
  const rows = await db.named<LeftOutContent & { place: number }>(
    'content-left-out',
    `SELECT asked.nth::int AS place, o.item_id AS "itemId", o.title, o.kind, o.why
       FROM ${questions} CROSS JOIN LATERAL (${leftOutRows(asked)} LIMIT 100) o ORDER BY asked.nth, o.title, o.item_id`,
    valuesOf(keys),
  );
  return inPlaces(rows, keys.length);
}
