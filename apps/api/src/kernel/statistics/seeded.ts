/**
 * A stream of numbers in [0, 1) that its seed decides: mulberry32 (public domain, Tommy Ettinger 2017). Same seed, same
 * stream, on every machine; for resampling only, never for secrets.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
