import type { Current } from './statement.ts';
import { stewardSystem } from './survivorship.ts';

/** What a record says of tags, and who keeps the record. */
export interface TagWitness {
  sourceName: string;
  sourceSystem: string;
  current: Pick<Current, 'values' | 'tags'>;
}

/** A tag of a customer: who says it, and whether it was taken off here although they do. */
export interface TagOrigin {
  tag: string;
  sourceNames: string[];
  isOff: boolean;
}

const removedBy = ({ sourceSystem, current }: TagWitness): string[] =>
  sourceSystem === stewardSystem ? (current.values.removedTags?.split('\n') ?? []) : [];

/** The tags of a customer in their order, those that were taken off here among them: a source goes on saying them. */
export function tagOrigins(witnesses: readonly TagWitness[]): TagOrigin[] {
  const off = new Set(witnesses.flatMap(removedBy));
  const said = new Map<string, Set<string>>();
  for (const { sourceName, current } of witnesses)
    for (const tag of current.tags ?? []) said.set(tag, (said.get(tag) ?? new Set()).add(sourceName));
  return [...said]
    .map(([tag, names]) => ({ tag, sourceNames: [...names].sort(), isOff: off.has(tag) }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

/** The tags that a customer has. */
export const tagsOf = (witnesses: readonly TagWitness[]): string[] => {
  const off = new Set(witnesses.flatMap(removedBy));
  const all = new Set(witnesses.flatMap(({ current }) => current.tags ?? []));
  return [...all].filter((tag) => !off.has(tag)).sort();
};

/** What we say of tags ourselves: those that we put on, and those of others that we took off. */
export interface OwnTags {
  tags: string[];
  removed: string[];
}

/**
 * Our word after putting tags on and taking others off. Saying the same as others is no word of ours; what nobody else says
 * is only taken back, so that a source that comes to say it later is heard.
 */
export function changeTags(
  before: OwnTags,
  others: ReadonlySet<string>,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): OwnTags {
  const tags = new Set(before.tags);
  const removed = new Set(before.removed);
  for (const tag of wordsOf(add)) {
    removed.delete(tag);
    if (!others.has(tag)) tags.add(tag);
  }
  for (const tag of wordsOf(remove)) {
    tags.delete(tag);
    if (others.has(tag)) removed.add(tag);
  }
  return { tags: [...tags].sort(), removed: [...removed].sort() };
}

const wordsOf = (tags: readonly string[]): string[] =>
  tags.map((tag) => tag.replace(/\s+/g, ' ').trim().slice(0, 60)).filter(Boolean);
