const formats = new Map<string, Intl.DateTimeFormat>();
// By zone and hour since 1970.
const offsets = new Map<string, Map<number, number>>();
const hourMs = 3_600_000;

/** True for a name that the platform knows as a time zone (`Europe/Bucharest`, `UTC`). */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(formatOf(name));
  } catch {
    return false;
  }
}

/** Milliseconds that clocks in the zone are ahead of UTC at an instant (milliseconds since 1970). */
export function offsetAt(utcMs: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const hour = Math.floor(utcMs / hourMs);
  let ofZone = offsets.get(zone);
  if (!ofZone) {
    ofZone = new Map();
    if (offsets.size >= 100) offsets.clear();
    offsets.set(zone, ofZone);
  }
  const known = ofZone.get(hour);
  if (known !== undefined) return known;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(hour * hourMs)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour: hours = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hours % 24, minute, second) - hour * hourMs;
  if (ofZone.size > 20_000) ofZone.clear();
  ofZone.set(hour, offset);
  return offset;
}

/**
 * The instant when clocks in the zone show this wall time (given as if it were UTC). An hour that a change of clocks
 * skips counts as the one after it; an hour that comes twice, as its first.
 */
export function instantOfWallTime(wallMs: number, zone: string): number {
  const early = wallMs - offsetAt(wallMs - 24 * hourMs, zone);
  if (early + offsetAt(early, zone) === wallMs) return early;
  const late = wallMs - offsetAt(wallMs + 24 * hourMs, zone);
  return late + offsetAt(late, zone) === wallMs ? late : early;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
