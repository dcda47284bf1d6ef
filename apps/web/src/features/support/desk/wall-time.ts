const partsIn = (zone: string, at: number): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
};

/** The zone of this browser. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A zone as one can reckon with it: the given one, or this browser's where it is unknown or no zone at all. */
export function knownZone(zone: string | null | undefined): string {
  try {
    return zone ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : ownZone();
  } catch {
    return ownZone();
  }
}

/** What a clock on the wall shows at an instant: `YYYY-MM-DDTHH:mm`, as fields for date and time write it. */
export const wallTime = (at: number, zone: string): string =>
  new Date(partsIn(zone, at)).toISOString().slice(0, 16);

/** The instant at which a clock on the wall of a zone shows this; `null` for no time. */
export function instantOf(wall: string, zone: string): Date | null {
  // Browsers read what is no time as one of long ago.
  const wanted = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(wanted)) return null;
  let at = wanted;
  // Twice: the distance may change between the guess and the answer.
  for (let round = 0; round < 2; round++) at += wanted - partsIn(zone, at);
  return new Date(at);
}

/** The town in the name of a zone: `Europe/Bucharest` → `Bucharest`. */
export const zoneName = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
