import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { summarise } from '#modules/customers';
import { neighbours, type Signal } from '#modules/house';
import { stewardRecord, stewardSource } from '#modules/identity';
import { subjectsOf, takeIn } from '#modules/intake';
import { timelineSummary, untell } from '#modules/timeline';
import { type HeardOf, heardOfBody, heardOfByCustomer, heardOfSignal } from '#modules/voice';
import type { Tx } from '#platform/database';

/** How somebody says they heard of us, as it is written down. */
export interface HeardOfWish {
  customerId: string;
  way: string;
  words?: string | null | undefined;
  /** Who recommended us. */
  referrerId?: string | null | undefined;
  via?: string | null | undefined;
}

/** Why it was not written down. */
export interface HeardOfRefusal {
  code: 'NO_SUCH_PERSON' | 'DONE_ALREADY' | 'BAD_WORDS';
  message: string;
  field: string | null;
}

const nobody = (field: string): HeardOfRefusal => ({
  code: 'NO_SUCH_PERSON',
  message: 'Nobody has this id.',
  field,
});
const keyOf = (recordId: string): string => `heard-of:${recordId}`;

/** Writes down how a customer heard of us. They are asked once: what somebody said already stands. */
export async function sayHeardOf(
  tx: Tx,
  by: Actor,
  wish: HeardOfWish,
  now: Date,
): Promise<Result<{ customerId: string; heard: HeardOf | null }, HeardOfRefusal>> {
  const record = await stewardRecord(tx, wish.customerId);
  if (!record) return refuse(nobody('customerId'));
  const read = heardOfBody.safeParse({
    way: wish.way,
    ...(wish.words?.trim() ? { words: wish.words } : {}),
    via: wish.via ?? 'agent',
  });
  if (!read.success)
    return refuse({ code: 'BAD_WORDS', message: 'This is no way of hearing of us.', field: 'way' });
  if ((await heardOfByCustomer(tx, [record.customerId]))[0])
    return refuse({ code: 'DONE_ALREADY', message: 'They were asked already.', field: 'customerId' });
  const referrer = wish.referrerId ? await stewardRecord(tx, wish.referrerId) : null;
  if (wish.referrerId && (!referrer || referrer.customerId === record.customerId))
    return refuse(nobody('referrerId'));
  const signal: Signal = {
    kind: 'heard-of',
    eventId: `${keyOf(record.sourceRecordId)} ${now.toISOString()}`,
    subjectKey: keyOf(record.sourceRecordId),
    at: now.toISOString(),
    person: { key: `customer:${record.customerId}` },
    ...(referrer ? { others: [{ key: `customer:${referrer.customerId}` }] } : {}),
    body: read.data,
  };
  await takeIn(tx, subjectsOf(neighbours()), await stewardSource(tx), [signal]);
  await recordAudit(tx, by, {
    action: 'say-heard-of',
    subjectType: 'Customer',
    subjectId: record.customerId,
    customerId: record.customerId,
  });
  const [heard] = await heardOfByCustomer(tx, [record.customerId]);
  return accept({ customerId: record.customerId, heard: heard ?? null });
}

/** Takes back what was written down here: they may be asked again. */
export async function takeBackHeardOf(
  tx: Tx,
  by: Actor,
  customerId: string,
): Promise<Result<{ customerId: string; heard: HeardOf | null }, HeardOfRefusal>> {
  const record = await stewardRecord(tx, customerId);
  if (!record) return refuse(nobody('customerId'));
  const keys = [keyOf(record.sourceRecordId)];
  await untell(tx, record.sourceId, 'heard-of', keys);
  await heardOfSignal.forget?.(tx, record.sourceId, keys);
  summarise(tx, [timelineSummary], [record.customerId]);
  await announce(tx, [record.customerId], ['heard-of']);
  await recordAudit(tx, by, {
    action: 'take-back-heard-of',
    subjectType: 'Customer',
    subjectId: record.customerId,
    customerId: record.customerId,
  });
  const [heard] = await heardOfByCustomer(tx, [record.customerId]);
  return accept({ customerId: record.customerId, heard: heard ?? null });
}
