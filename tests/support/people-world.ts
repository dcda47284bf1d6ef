import { newId } from '../../apps/api/src/kernel/id.ts';
import type { PersonRef, Signal } from '../../apps/api/src/modules/house/index.ts';
import {
  type Identified,
  type Incoming,
  identify,
  type MoveRules,
  type SpeakingSource,
} from '../../apps/api/src/modules/identity/index.ts';
import type { Database } from '../../apps/api/src/platform/database/index.ts';

/** Sources and people for tests: a small world where systems tell us about people. */
export interface PeopleWorld {
  sources: Record<string, SpeakingSource>;
  signal(person: PersonRef | undefined, more?: Partial<Signal>): Incoming;
  tell(source: string, ...set: Incoming[]): Promise<Identified[]>;
  tellOne(source: string, person: PersonRef, more?: Partial<Signal>): Promise<Identified>;
}

/** Makes the world in an empty database. */
export async function peopleWorld(db: Database, rules: MoveRules = { follows: [] }): Promise<PeopleWorld> {
  const sources: Record<string, SpeakingSource> = {};
  for (const key of ['hubspot', 'zendesk', 'mailchimp']) {
    const id = newId();
    await db.query('INSERT INTO source (id, key, name, system) VALUES ($1, $2, $2, $2)', [id, key]);
    sources[key] = { id, key, name: key, system: key };
  }
  let count = 0;
  const world: PeopleWorld = {
    sources,
    signal(person, more = {}) {
      count += 1;
      return {
        signalId: newId(),
        signal: {
          kind: 'person-described',
          eventId: `e${count}`,
          subjectKey: `s${count}`,
          at: '2026-01-01T00:00:00Z',
          body: {},
          ...(person ? { person } : {}),
          ...more,
        },
      };
    },
    tell: async (source, ...set) =>
      (await db.transaction((tx) => identify(tx, sources[source]!, set, rules))).located,
    tellOne: async (source, person, more = {}) => (await world.tell(source, world.signal(person, more)))[0]!,
  };
  return world;
}
