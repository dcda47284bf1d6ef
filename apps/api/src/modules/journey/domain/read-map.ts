import { readSettings, type SettingsRefusal } from '#kernel/read-settings';
import { type Result, refuse } from '#kernel/result';
import { type JourneyMap, journeyMap } from './journey-map.ts';
import { knownFacts } from './known-facts.ts';
import { houseStages } from './stage.ts';

/**
 * A map as somebody wrote it, filled up with what is usual; refused with the first field that makes no sense. The main journey has
 * stages of the house only, for lists and content speak of these; another may call its stages as it likes.
 */
export function readMap(
  given: unknown,
  { version, isMain }: { version: string; isMain: boolean },
): Result<JourneyMap, SettingsRefusal> {
  const named = typeof given === 'object' && given !== null ? { ...given, version } : given;
  const read = readSettings(journeyMap, named);
  if (!read.ok) return read;
  const { stages, facts } = read.value;
  const unknown = Object.keys(facts).find((kind) => !knownFacts.includes(kind));
  if (unknown !== undefined)
    return refuse({ field: `facts.${unknown}`, message: `nobody tells a fact called ${unknown}` });
  const strange = stages.findIndex((stage) =>
    isMain ? !houseStages.includes(stage) : !/^[a-z][a-z0-9-]*$/.test(stage) || stage === 'dormant',
  );
  if (strange >= 0)
    return refuse({
      field: `stages.${strange}`,
      message: isMain
        ? `the main journey has no stage called ${stages[strange]}: it may be labelled, not replaced`
        : 'a stage is named in lower case letters, digits and hyphens',
    });
  if (Object.keys(facts).length === 0)
    return refuse({ field: 'facts', message: 'without a fact nobody is ever on this journey' });
  const reached = new Set(Object.values(facts).map(({ stage }) => stage));
  const lonely = stages.findIndex((stage) => !reached.has(stage));
  if (lonely >= 0)
    return refuse({ field: `stages.${lonely}`, message: `no fact leads to ${stages[lonely]}` });
  return read;
}
