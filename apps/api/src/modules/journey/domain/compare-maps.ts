import type { JourneyMap } from './journey-map.ts';

/** One difference between two versions of a map: which field, as a path with dots, and what it was and is. */
export interface MapChange {
  field: string;
  before: string | null;
  after: string | null;
}

const constants = [
  'name',
  'halfLifeDays',
  'enterFrom',
  'hysteresis',
  'dormantAfterDays',
  'overridePoints',
] as const;

const factText = (fact: JourneyMap['facts'][string] | undefined): string | null =>
  fact ? `${fact.stage} ${fact.points}${fact.hard ? ' !' : ''}` : null;

const memoryText = (memory: JourneyMap['memories'][string] | undefined): string | null =>
  memory ? `${memory.sentence}${memory.valence === null ? '' : ` (${memory.valence})`}` : null;

/** What differs between two versions, in the order in which a map is read: its name, its stages, its facts, its constants. */
export function compareMaps(before: JourneyMap, after: JourneyMap): MapChange[] {
  const changes: MapChange[] = [];
  const told = (field: string, was: string | null, is: string | null) => {
    if (was !== is) changes.push({ field, before: was, after: is });
  };
  told('stages', before.stages.join(', '), after.stages.join(', '));
  for (const stage of new Set([...before.stages, ...after.stages])) {
    told(`labels.${stage}`, before.labels[stage] ?? null, after.labels[stage] ?? null);
    told(`memories.${stage}`, memoryText(before.memories[stage]), memoryText(after.memories[stage]));
  }
  for (const kind of new Set([...Object.keys(before.facts), ...Object.keys(after.facts)]))
    told(`facts.${kind}`, factText(before.facts[kind]), factText(after.facts[kind]));
  for (const field of constants) told(field, String(before[field]), String(after[field]));
  return changes;
}
