import type { Located, Recorded, SignalKind } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { recordsSince } from './data/read-people.ts';
import { type Nothing, nothing } from './domain/nothing.ts';
import { houseRules } from './move-rules.ts';
import { undoSourceMerges } from './unmerge-customer.ts';

/** Who takes back what is forgotten. */
const houseActor: Actor = { kind: 'system', id: null, name: 'Ancora' };

/** A person is no more than who they are: identity has done everything, and the journey hears that we know them. */
async function recordPeople(tx: Tx, items: Located<Nothing>[]): Promise<Recorded> {
  const hearing = new Map(
    items.flatMap((item) => (item.sourceRecordId && item.customerId ? [[item.sourceRecordId, item]] : [])),
  );
  const since = await sinceWhen(tx, hearing);
  return {
    entries: [],
    facts: [...hearing].map(([recordId, item]) => ({
      factKey: 'lead-created',
      customerId: item.customerId!,
      sourceRecordId: recordId,
      signalId: item.signalId,
      at: since.get(recordId)!,
      kind: 'lead-created',
    })),
  };
}

/** Since when each of these records is known; asked only of those of whom identity does not say. */
async function sinceWhen(tx: Tx, hearing: ReadonlyMap<string, Located<Nothing>>): Promise<Map<string, Date>> {
  const since = new Map<string, Date>();
  const asked: string[] = [];
  for (const [recordId, { knownSince }] of hearing)
    if (knownSince) since.set(recordId, new Date(knownSince));
    else asked.push(recordId);
  if (asked.length > 0)
    for (const { recordId, createdAt } of await recordsSince(tx, asked)) since.set(recordId, createdAt);
  return since;
}

const tellNothing = async (): Promise<Recorded> => ({ entries: [], facts: [] });

/** What identity itself understands of what happens: who somebody is, what a company is, that two were one. */
export const identitySignals: SignalKind<Nothing>[] = [
  {
    kind: 'person',
    description: 'What a source knows of a person: `person` says it all, the body is empty.',
    schema: nothing,
    concernsPerson: true,
    record: recordPeople,
  },
  {
    kind: 'company',
    description: 'What a source knows of a company: the first of `companies` says it all, the body is empty.',
    schema: nothing,
    concernsPerson: false,
    record: tellNothing,
  },
  {
    kind: 'merge',
    description:
      'A source has joined two of its people: `person` is the one that stayed, `others` those that were merged into it; the body is empty. It becomes a decision (`source-merge`) that says so and can be undone, unless somebody here has said that they are two.',
    schema: nothing,
    concernsPerson: true,
    record: tellNothing,
    async forget(tx, sourceId, subjectKeys) {
      await undoSourceMerges(tx, sourceId, subjectKeys, houseActor, houseRules());
    },
  },
];
