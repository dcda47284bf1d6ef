import type { CustomerToSummarise } from '#modules/customers';
import { chooseGolden, type GoldenCustomer } from './domain/golden.ts';
import type { KnownRecord } from './known-record.ts';

/** A customer ready to be written, with the words that the search finds it by. */
export type CustomerRow = CustomerToSummarise;

/** Makes the rows of customers out of all their records. */
export const goldenRow = (id: string, records: readonly KnownRecord[]): CustomerRow =>
  rowOf(id, chooseGolden(records));

/** Puts an id to a golden record. */
export function rowOf(id: string, chosen: GoldenCustomer): CustomerRow {
  const { searchWords, ...golden } = chosen;
  return { id, words: searchWords.join(' '), ...golden };
}
