import { z } from 'zod';
import type { Recorded, SignalKind } from '#modules/house';

// Whatever such a signal says is in its envelope, and was taken care of when it was identified.
const nothingToTell = async (): Promise<Recorded> => ({ entries: [], facts: [] });
const empty = z.strictObject({});

/** Signals that say who somebody is, or what a company is, and nothing else. */
export const identityKinds: SignalKind<Record<string, never>>[] = [
  {
    kind: 'person',
    description: 'What a source knows of a person: all of it is in `person`.',
    schema: empty,
    concernsPerson: true,
    record: nothingToTell,
  },
  {
    kind: 'company',
    description: 'What a source knows of a company: all of it is in `companies`.',
    schema: empty,
    concernsPerson: false,
    record: nothingToTell,
  },
];
