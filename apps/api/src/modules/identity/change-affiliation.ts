import { accept, type Result, refuse } from '#kernel/result';
import { refreshMainCompanies } from '#modules/customers';
import type { Tx } from '#platform/database';
import { lockAffiliations, putAffiliations } from './data/affiliations.ts';
import { holdStill } from './data/locks.ts';
import { liveCustomers } from './data/steward.ts';
import {
  type Affiliation,
  belongsTo,
  editPlace,
  endPlace,
  isSaidHere,
  reopenPlace,
  settleMain,
  takeBackPlace,
} from './domain/affiliation.ts';
import {
  customerMissing,
  type PlaceRefusal,
  placeMissing,
  refusalOfDays,
  wordless,
} from './domain/place-refusals.ts';

/** Whose place in which company. */
export interface PlaceKey {
  customerId: string;
  companyId: string;
}

/** Who of us says so, and on which day it is. */
export interface PlaceSpeaker {
  name: string;
  now: Date;
}

type Changed = Result<{ customerId: string }, PlaceRefusal>;

/** Writes what is different about the rows of a customer, and lets what shows their main company follow. */
export async function writeAffiliationsOf(
  tx: Tx,
  customerId: string,
  before: readonly Affiliation[],
  after: readonly Affiliation[],
): Promise<void> {
  const known = new Map(before.map((row) => [keyOf(row), JSON.stringify(row)]));
  const put = after.filter((row) => known.get(keyOf(row)) !== JSON.stringify(row));
  const kept = new Set(after.map(keyOf));
  const drop = before.filter((row) => !kept.has(keyOf(row)));
  if (put.length + drop.length === 0) return;
  await putAffiliations(tx, customerId, { put, drop });
  await refreshMainCompanies(tx, [customerId]);
}

const keyOf = ({ recordId, companyId }: Affiliation): string => `${recordId} ${companyId}`;

async function change(
  tx: Tx,
  { customerId, companyId }: PlaceKey,
  decide: (rows: readonly Affiliation[]) => Result<Affiliation[], PlaceRefusal>,
): Promise<Changed> {
  await holdStill(tx);
  const [live] = await liveCustomers(tx, [customerId]);
  if (!live) return refuse(customerMissing);
  const before = await lockAffiliations(tx, live.id);
  if (!before.some((row) => row.companyId === companyId)) return refuse(placeMissing);
  const decided = decide(before);
  if (!decided.ok) return decided;
  await writeAffiliationsOf(tx, live.id, before, decided.value);
  return accept({ customerId: live.id });
}

/** What is to be different about a place; what is missing stays. */
export interface PlaceEdit {
  /** `null` or blank: none. */
  role?: string | null | undefined;
  /** ISO `YYYY-MM-DD`; `null`: nobody knows. */
  since?: string | null | undefined;
  /** `true` makes it the main one; of a place that they have left it says nothing. */
  isMain?: boolean | null | undefined;
}

/** Says another part that somebody plays in a company, since when, or that it is the main one. */
export const editAffiliation = (
  tx: Tx,
  key: PlaceKey,
  { role, since, isMain }: PlaceEdit,
  { name, now }: PlaceSpeaker,
): Promise<Changed> =>
  change(tx, key, (rows) => {
    const until = lastDayOf(rows, key.companyId);
    const refusal = wordless(role) ?? refusalOfDays({ since: since ?? null, until }, now);
    if (refusal) return refuse(refusal);
    const edited = editPlace(
      rows,
      key.companyId,
      {
        ...(role === undefined ? {} : { role: role?.trim() || null }),
        ...(since === undefined ? {} : { startedOn: since }),
      },
      name,
    );
    return accept(
      isMain && belongsTo(rows, key.companyId) ? settleMain(edited, key.companyId, name) : edited,
    );
  });

/** Says that somebody has left a company, and on which day; of one that they have left, that it was another day. */
export const endAffiliation = (
  tx: Tx,
  key: PlaceKey,
  until: string,
  { name, now }: PlaceSpeaker,
): Promise<Changed> =>
  change(tx, key, (rows) => {
    const since = rows
      .filter(({ companyId, startedOn }) => companyId === key.companyId && startedOn)
      .map(({ startedOn }) => startedOn!)
      .sort()
      .at(-1);
    const refusal = refusalOfDays({ since: since ?? null, until }, now);
    return refusal ? refuse(refusal) : accept(endPlace(rows, key.companyId, until, name));
  });

/** Says that somebody is in a company that they were said to have left. */
export const reopenAffiliation = (
  tx: Tx,
  key: PlaceKey,
  isMain: boolean,
  { name }: PlaceSpeaker,
): Promise<Changed> =>
  change(tx, key, (rows) =>
    belongsTo(rows, key.companyId)
      ? accept([...rows])
      : accept(reopenPlace(rows, key.companyId, isMain, name)),
  );

/** Takes back what was said here of somebody's place in a company: an entry of ours goes, of the others only the sources speak again. */
export const removeAffiliation = (tx: Tx, key: PlaceKey, { name }: PlaceSpeaker): Promise<Changed> =>
  change(tx, key, (rows) =>
    isSaidHere(rows, key.companyId)
      ? accept(takeBackPlace(rows, key.companyId, name))
      : refuse({
          code: 'NOT_OURS',
          message: 'A source says so: say that they have left instead.',
          field: 'companyId',
        }),
  );

function lastDayOf(rows: readonly Affiliation[], companyId: string): string | null {
  const days = rows.filter((row) => row.companyId === companyId).map(({ endedOn }) => endedOn);
  return days.includes(null) ? null : (days.sort().at(-1) ?? null);
}
