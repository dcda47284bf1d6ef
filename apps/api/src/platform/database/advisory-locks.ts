/**
 * Numbers of PostgreSQL's advisory locks, which know no names: all of this program's stand here, so that no two mean one lock. A test
 * holds them apart.
 */
export const advisoryLocks = {
  /** One process migrates. */
  migrating: 7266001,
  /** Identity's gate: small sets share it, whoever moves records or brings many takes it alone. */
  decidingAboutPeople: 7266002,
  /** Taken alone by whoever gives records to other customers, shared by whoever writes what follows from what customers have. */
  movingRecords: 7266003,
  /** One process decides about the first run. */
  firstRun: 7266004,
  /** Taken by whoever publishes a held run, for as long as that looks at everybody. */
  publishingRun: 7266005,
} as const;
