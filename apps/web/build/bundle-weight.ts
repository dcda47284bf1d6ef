import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

/** Kilobytes (gzip) of what a screen needs before it can be painted, and of every part that comes on demand. */
export interface BundleWeight {
  script: number;
  style: number;
  /** By file: what one more import brings that was not there before. */
  onDemand: Record<string, number>;
}

/** Weighs a built app along its own graph of imports: the entry with the given lazy parts, and each other lazy part. */
export function weighBundle(dist: string, firstParts: readonly string[]): BundleWeight {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const weights = new Map<string, number>();
  const weigh = (file: string): number => {
    const known = weights.get(file);
    if (known !== undefined) return known;
    const weight = gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;
    weights.set(file, weight);
    return weight;
  };
  const reach = (key: string, seen: Set<string>): Set<string> => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) reach(next, seen);
    return seen;
  };
  const entry = 'index.html';
  const first = new Set<string>();
  for (const key of [entry, ...firstParts]) {
    if (!manifest[key]) throw new Error(`The build has no ${key}`);
    reach(key, first);
  }
  const sum = (files: Iterable<string>) =>
    [...new Set(files)].reduce((total, file) => total + weigh(file), 0);
  const onDemand: Record<string, number> = {};
  for (const [key, chunk] of Object.entries(manifest)) {
    if (first.has(key) || !chunk.file.endsWith('.js')) continue;
    const more = [...reach(key, new Set())].filter((each) => !first.has(each));
    onDemand[chunk.file] = sum(more.map((each) => manifest[each]?.file ?? ''));
  }
  return {
    script: sum([...first].map((key) => manifest[key]?.file ?? '')),
    style: sum([...first].flatMap((key) => manifest[key]?.css ?? [])),
    onDemand,
  };
}
