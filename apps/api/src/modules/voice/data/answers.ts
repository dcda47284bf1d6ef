import { inOrderOf, inPlaces } from '#kernel/batch';
import type { Hung } from '#modules/sources';
import {
  columnsOf,
  type Db,
  type EntityClass,
  lockRows,
  newerReplaces,
  type OwnerBefore,
  ownerBefore,
  putRows,
  type Tx,
  tableOf,
} from '#platform/database';
import type { Instrument } from '../domain/read-voice-signals.ts';
import type { Referral, Review, SurveyAnswer } from '../domain/told.ts';
import { ReferralEntity, ReviewEntity, SurveyAnswerEntity } from './voice.entity.ts';

/** The answers with these keys, locked until the transaction ends. */
export const lockAnswers = (
  tx: Tx,
  keys: readonly Pick<SurveyAnswer, 'sourceId' | 'sourceKey'>[],
): Promise<SurveyAnswer[]> => lockRows(tx, SurveyAnswerEntity, ['sourceId', 'sourceKey'], keys);

/** Writes answers as they now are. */
export async function putAnswers(tx: Tx, answers: readonly SurveyAnswer[]): Promise<void> {
  await putRows(
    tx,
    SurveyAnswerEntity,
    answers,
    newerReplaces(SurveyAnswerEntity, ['sourceId', 'sourceKey']),
  );
}

const said = `ON CONFLICT (source_id, source_key) DO UPDATE SET`;
const whose = `customer_id = excluded.customer_id, source_record_id = excluded.source_record_id, signal_id = excluded.signal_id`;

/** Writes reviews; answers with the id of each. An older word never overwrites a newer one. */
export const putReviews = (
  tx: Tx,
  reviews: readonly Review[],
): Promise<
  (Pick<Review, 'id' | 'sourceId' | 'sourceKey' | 'customerId' | 'sourceRecordId'> & {
    isNew: boolean;
  } & OwnerBefore)[]
> =>
  putRows(
    tx,
    ReviewEntity,
    reviews,
    `${said} customer_id = coalesce(excluded.customer_id, review.customer_id),
       source_record_id = coalesce(excluded.source_record_id, review.source_record_id), signal_id = excluded.signal_id,
       author_name = coalesce(excluded.author_name, review.author_name), language = coalesce(excluded.language, review.language), form = excluded.form, site = coalesce(excluded.site, review.site),
       rating = coalesce(excluded.rating, review.rating), sentiment = coalesce(excluded.sentiment, review.sentiment),
       title = coalesce(excluded.title, review.title), text = coalesce(excluded.text, review.text), url = coalesce(excluded.url, review.url),
       product_name = coalesce(excluded.product_name, review.product_name), sku = coalesce(excluded.sku, review.sku),
       is_public = excluded.is_public, at = excluded.at
     WHERE excluded.at >= review.at RETURNING id, source_id AS "sourceId", source_key AS "sourceKey", customer_id AS "customerId",
       source_record_id AS "sourceRecordId", (xmax = 0) AS "isNew", ${ownerBefore('review')}`,
  );

/** Writes referrals; answers with the id of each. */
export const putReferrals = (
  tx: Tx,
  referrals: readonly Referral[],
): Promise<(Pick<Referral, 'id' | 'sourceId' | 'sourceKey'> & OwnerBefore)[]> =>
  putRows(
    tx,
    ReferralEntity,
    referrals,
    `${said} ${whose}, channel = coalesce(excluded.channel, referral.channel), code = coalesce(excluded.code, referral.code),
       evidence = coalesce(excluded.evidence, referral.evidence),
       invited_record_id = coalesce(excluded.invited_record_id, referral.invited_record_id), at = least(excluded.at, referral.at),
       converted_at = coalesce(excluded.converted_at, referral.converted_at)
     RETURNING id, source_id AS "sourceId", source_key AS "sourceKey", ${ownerBefore('referral')}`,
  );

/** Takes rows of a source back. */
export function forgetRows<Row extends Pick<Hung, 'id' | 'sourceId'>>(
  tx: Tx,
  entity: EntityClass<Row>,
  sourceId: string,
  subjectKeys: readonly string[],
): void {
  const { name } = tableOf(entity);
  tx.later(`${name}-forget`, `DELETE FROM ${name} WHERE source_id = $1 AND source_key = ANY($2::text[])`, [
    sourceId,
    subjectKeys,
  ]);
}

/** Whose, and how many. */
export interface VoiceKey {
  customerId: string;
  first: number;
}

/** The batch function that reads the newest rows of each customer by one time. */
const byCustomer =
  <Row extends Pick<Hung, 'id' | 'sourceId'>>(entity: EntityClass<Row>, at: string, where = 'true') =>
  async (db: Db, keys: readonly VoiceKey[]): Promise<Row[][]> => {
    const { name } = tableOf(entity);
    const limit = Math.max(...keys.map((key) => key.first));
    const rows = await db.named<Row & { place: number }>(
      `${name}-by-customer-${limit}`,
      `SELECT asked.place::int AS place, ${columnsOf(entity, 'r')} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
        CROSS JOIN LATERAL (SELECT * FROM ${name} o WHERE o.customer_id = asked.customer AND ${where}
                             ORDER BY o.${at} DESC, o.id DESC LIMIT ${limit}) r
        ORDER BY asked.place, r.${at} DESC, r.id DESC`,
      [keys.map((key) => key.customerId)],
    );
    return (inPlaces(rows, keys.length) as unknown as Row[][]).map((list, place) =>
      list.slice(0, keys[place]!.first),
    );
  };

const byId =
  <Row extends Pick<Hung, 'id' | 'sourceId'>>(entity: EntityClass<Row>) =>
  async (db: Db, ids: readonly string[]): Promise<(Row | null)[]> => {
    const { name } = tableOf(entity);
    return inOrderOf(
      ids,
      await db.named<Row>(
        `${name}-by-id`,
        `SELECT ${columnsOf(entity, 'r')} FROM ${name} r WHERE r.id = ANY($1::uuid[])`,
        [ids],
      ),
    );
  };

/** What each customer answered, newest first; questions that wait for an answer are none. */
export const answersByCustomer = byCustomer(SurveyAnswerEntity, 'asked_at', 'o.answered_at IS NOT NULL');
export const reviewsByCustomer = byCustomer(ReviewEntity, 'at');
export const referralsByCustomer = byCustomer(ReferralEntity, 'at');
export const answersById = byId(SurveyAnswerEntity);
export const reviewsById = byId(ReviewEntity);
export const referralsById = byId(ReferralEntity);

/** Which questions: all of it must hold; what is not given does not count. */
export interface AnswerSearch {
  from?: Date | null;
  until?: Date | null;
  channels?: readonly string[] | null;
  products?: readonly string[] | null;
  instruments?: readonly Instrument[] | null;
  causes?: readonly string[] | null;
}

const conditions = `($1::timestamptz IS NULL OR a.asked_at >= $1) AND ($2::timestamptz IS NULL OR a.asked_at < $2)
  AND ($3::text[] IS NULL OR coalesce(a.channel, '') = ANY($3)) AND ($4::text[] IS NULL OR a.product_name = ANY($4))
  AND ($5::text[] IS NULL OR a.instrument = ANY($5)) AND ($6::text[] IS NULL OR a.cause = ANY($6))`;
const valuesOf = ({ from, until, channels, products, instruments, causes }: AnswerSearch): unknown[] => [
  from ?? null,
  until ?? null,
  channels ?? null,
  products ?? null,
  instruments ?? null,
  causes ?? null,
];

/** What is needed to count answers. At most the newest 200,000 questions. */
export type CountedAnswer = Pick<
  SurveyAnswer,
  | 'id'
  | 'instrument'
  | 'channel'
  | 'value'
  | 'expected'
  | 'perceived'
  | 'cause'
  | 'productName'
  | 'drivers'
  | 'askedAt'
  | 'answeredAt'
>;

/** The questions of a search, answered or not, the oldest first. */
export const answersToCount = (db: Db, search: AnswerSearch): Promise<CountedAnswer[]> =>
  db.named(
    'answers-to-count',
    `SELECT * FROM (SELECT a.id, a.instrument, a.channel, a.value, a.expected, a.perceived, a.cause, a.product_name AS "productName",
            a.drivers, a.asked_at AS "askedAt", a.answered_at AS "answeredAt"
       FROM survey_answer a WHERE ${conditions} ORDER BY a.asked_at DESC, a.id DESC LIMIT 200000) newest
      ORDER BY "askedAt", id`,
    valuesOf(search),
  );

/** A page of answers, newest first. */
export const pageOfAnswers = (
  db: Db,
  search: AnswerSearch,
  limit: number,
  after: [askedAt: string, id: string] | null,
): Promise<SurveyAnswer[]> =>
  db.named<SurveyAnswer>(
    `answers-page-${limit}`,
    `SELECT ${columnsOf(SurveyAnswerEntity, 'a')} FROM survey_answer a WHERE ${conditions} AND a.answered_at IS NOT NULL
        AND ($7::timestamptz IS NULL OR (a.asked_at, a.id) < ($7, $8::uuid))
      ORDER BY a.asked_at DESC, a.id DESC LIMIT ${limit}`,
    [...valuesOf(search), after?.[0] ?? null, after?.[1] ?? null],
  );

/** Compared cases of these products (or of all) since a time. */
export const comparedCases = (
  db: Db,
  since: Date,
  products: readonly string[] | null,
): Promise<(Pick<SurveyAnswer, 'id' | 'expected' | 'perceived' | 'cause'> & { productName: string })[]> =>
  db.named(
    'compared-cases',
    `SELECT a.id, a.expected, a.perceived, a.cause, a.product_name AS "productName" FROM survey_answer a
      WHERE a.product_name IS NOT NULL AND a.answered_at IS NOT NULL AND (a.cause IS NOT NULL OR a.expected IS NOT NULL)
        AND a.asked_at >= $1 AND ($2::text[] IS NULL OR a.product_name = ANY($2)) ORDER BY a.asked_at, a.id`,
    [since, products],
  );

/** The review that a source knows by a key. */
export async function reviewIdByKey(db: Db, sourceId: string, sourceKey: string): Promise<string | null> {
  const [row] = await db.named<{ id: string }>(
    'review-by-key',
    'SELECT r.id FROM review r WHERE r.source_id = $1 AND r.source_key = $2',
    [sourceId, sourceKey],
  );
  return row?.id ?? null;
}
