/** Promises: what we told customers we would do and by when, what became of it, and what can be promised at all. */
import type { Manifest } from '#modules/house';
import { PromiseEntity, PublishedPromiseEntity } from './data/promise.entity.ts';
import { promiseReadings } from './data/promise-reading.ts';
import { promisesById } from './data/promises.ts';
import { publishedById } from './data/published-promises.ts';
import { csvPromises } from './domain/formats/csv-promises.ts';
import { CustomerPromisesResolver, PromiseResolver } from './graph/promise.resolver.ts';
import { PublishedPromiseResolver } from './graph/published-promise.resolver.ts';
import { TodayPromisesResolver } from './graph/today-promises.resolver.ts';
import { promiseSignal } from './record-promise.ts';

export { promisesAbout, promisesKeptSql, type ShownPromise } from './data/promises.ts';
export {
  type BusinessCalendar,
  businessCalendar,
  dueAfter,
  openMinutes,
} from './domain/business-calendar.ts';
export { keepablePromise } from './domain/keepable.ts';
export { promisesKept } from './domain/promises-kept.ts';
export {
  type PromiseBody,
  type PromiseKind,
  promiseBody,
  promiseKinds,
} from './domain/read-promise-signal.ts';
export { PromiseKindEnum, PromiseType } from './graph/promise.type.ts';
export { makePromise, type PromiseWish } from './make-promise.ts';
export { publishedSince } from './published-since.ts';
export { type Settlement, settlePromise, settlePromiseOf } from './settle-promise.ts';

export const promises: Manifest = {
  name: 'promises',
  entities: [PromiseEntity, PublishedPromiseEntity],
  resolvers: [CustomerPromisesResolver, PromiseResolver, PublishedPromiseResolver, TodayPromisesResolver],
  readings: promiseReadings,
  nodes: [
    { typeName: 'Promise', batch: promisesById },
    { typeName: 'PublishedPromise', batch: publishedById },
  ],
  signals: [promiseSignal],
  formats: [csvPromises],
  follows: ['promise'],
};
