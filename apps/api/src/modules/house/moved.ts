import { groupBy } from '#kernel/batch';
import { type OwnerBefore, whoHad } from '#platform/database';
import type { Moved, NewFact, NewTimelineEntry, Recorded } from './recorder.ts';
import type { LocatedPerson } from './signal.ts';
import { thingKey } from './telling.ts';

/** Whose something is, if it is anybody's. */
interface Whose {
  customerId: string | null;
  sourceRecordId: string | null;
}

/** That a thing is another's than before: one or nothing. */
export function movedBetween(
  before: Whose | null | undefined,
  after: Whose,
  what: Pick<Moved, 'keys' | 'about'>,
): Moved[] {
  if (!before?.customerId || !before.sourceRecordId || !after.customerId || !after.sourceRecordId) return [];
  if (before.sourceRecordId === after.sourceRecordId) return [];
  return [
    {
      from: { customerId: before.customerId, sourceRecordId: before.sourceRecordId },
      to: { customerId: after.customerId, sourceRecordId: after.sourceRecordId },
      ...what,
    },
  ];
}

const momentLength = ' 2026-11-29T11:00:00.000Z'.length;
const isKey = (key: string, of: string): boolean =>
  key === of || (key.length === of.length + momentLength && key.startsWith(`${of} `));

/** Whether a line or fact is of that thing, and with somebody who had it. */
export const goesAlong = (
  { from, keys, about }: Moved,
  told: { sourceRecordId: string; key: string; subjectType?: string; subjectId?: string },
): boolean =>
  told.sourceRecordId === from.sourceRecordId &&
  (keys.some((key) => isKey(told.key, key)) ||
    (about !== null && told.subjectType === about.type && told.subjectId === about.id));

/** The last word of each move: a thing that went from hand to hand in one set goes from all of them to whoever has it in the end. */
function inTheEnd(moved: readonly Moved[]): Moved[] {
  const byThing = new Map<string, { to: LocatedPerson; froms: Map<string, Moved> }>();
  for (const one of moved) {
    const thing = one.keys[0]!;
    const known = byThing.get(thing) ?? { to: one.to, froms: new Map<string, Moved>() };
    known.to = one.to;
    known.froms.set(one.from.sourceRecordId, one);
    byThing.set(thing, known);
  }
  return [...byThing.values()].flatMap(({ to, froms }) =>
    [...froms.values()]
      .filter(({ from }) => from.sourceRecordId !== to.sourceRecordId)
      .map((one) => ({ ...one, to })),
  );
}

/** What a set told, each line and fact with whoever has its thing in the end; and from whom what was told before goes along. */
export function tellWhoeverHasIt({ entries, facts, moved = [] }: Recorded): {
  entries: NewTimelineEntry[];
  facts: NewFact[];
  moved: Moved[];
} {
  if (moved.length === 0) return { entries, facts, moved };
  const ends = inTheEnd(moved);
  const byRecord = groupBy(ends, ({ from }) => from.sourceRecordId);
  const withOwner = <Told extends NewTimelineEntry | NewFact>(told: Told, key: string): Told => {
    const end = byRecord.get(told.sourceRecordId)?.find((one) => goesAlong(one, { ...told, key }));
    return end ? { ...told, ...end.to } : told;
  };
  return {
    entries: entries.map((entry) => withOwner(entry, entry.entryKey)),
    facts: facts.map((fact) => withOwner(fact, fact.factKey)),
    moved: ends,
  };
}

/** Which of the rows that were just written are somebody else's now, by what they are and what is told of them. */
export const movedAmong = <Row extends Whose & { sourceKey: string }>(
  written: readonly (OwnerBefore & { id: string; sourceId: string; sourceKey: string })[],
  now: ReadonlyMap<string, Row>,
  whatOf: (row: Row, id: string) => Pick<Moved, 'keys' | 'about'>,
): Moved[] =>
  written.flatMap((one) => {
    const row = now.get(thingKey(one.sourceId, one.sourceKey));
    return row ? movedBetween(whoHad(one), row, whatOf(row, one.id)) : [];
  });
