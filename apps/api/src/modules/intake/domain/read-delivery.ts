import { dialledFrom } from '#modules/house';
import { type ForeignReading, type ReadItem, readForeign } from './read-foreign.ts';
import { readSignal } from './read-signal.ts';

/** A delivery may hold at most this many signals. */
export const signalsAtMost = 1_000;

const hasKind = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && 'kind' in value && 'body' in value;

/**
 * Reads what was posted: one signal, `{"signals": […]}`, or the words of the system itself. A single signal without an
 * event id takes that of the delivery, which a sender repeats when it tries again. Phone numbers get the country code of their source.
 */
export function readDelivery(
  value: unknown,
  deliveryId: string | undefined,
  foreign: ForeignReading,
): ReadItem[] | 'too-many' {
  const inSet =
    value !== null && typeof value === 'object' && 'signals' in value && Array.isArray(value.signals)
      ? (value.signals as unknown[])
      : undefined;
  const listed = inSet ?? (hasKind(value) ? [value] : undefined);
  if (!listed) {
    const items = readForeign(value, foreign);
    return items.length > signalsAtMost ? 'too-many' : items;
  }
  if (listed.length > signalsAtMost) return 'too-many';
  const country = foreign.source.phoneCountry;
  return listed.map((told, place): ReadItem => {
    const given =
      deliveryId !== undefined && hasKind(told) && told.eventId === undefined
        ? { eventId: listed.length === 1 ? deliveryId : `${deliveryId}:${place}` }
        : undefined;
    const posted = { raw: inSet ? { signals: [told] } : told, ...given };
    const read = readSignal(given ? { ...(told as object), ...given } : told);
    if (!read.ok) return { ...posted, refusal: read.refusal };
    return { ...posted, signals: [country ? dialledFrom(country, read.signal) : read.signal] };
  });
}
