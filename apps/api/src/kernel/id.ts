import { randomFillSync } from 'node:crypto';

const pool = Buffer.allocUnsafe(16 * 256);
let offset = pool.length;
let lastMs = 0;
let sequence = 0;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A new id: UUID version 7 (RFC 9562), so that ids made later sort later, also within one millisecond of one process
 * (the 12 bits after the time count upwards).
 */
export function newId(nowMs: number = Date.now()): string {
  if (offset >= pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  const at = offset;
  offset += 16;
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = pool[at + 6]! & 0x7f;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const high = Math.floor(lastMs / 0x1_0000_0000);
  const low = lastMs >>> 0;
  const h = hex as string[];
  return `${h[(high >>> 8) & 0xff]}${h[high & 0xff]}${h[low >>> 24]}${h[(low >>> 16) & 0xff]}-${h[(low >>> 8) & 0xff]}${h[low & 0xff]}-${h[0x70 | (sequence >>> 8)]}${h[sequence & 0xff]}-${h[0x80 | (pool[at + 8]! & 0x3f)]}${h[pool[at + 9]!]}-${h[pool[at + 10]!]}${h[pool[at + 11]!]}${h[pool[at + 12]!]}${h[pool[at + 13]!]}${h[pool[at + 14]!]}${h[pool[at + 15]!]}`;
}

/** True for text that has the form of an id, whatever its version. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
