/**
 * The engine of identity: which records are one person or organisation? Pure and deterministic, without labels; in a batch of a
 * million and for one record it is the same code.
 *
 * A batch: `normaliseRecord` each `EngineRecord`, `TableBuilder.add`, `build()` → `RecordTable` (typed columns in shared memory) →
 * `resolveTable(table, comparing, rules)` → `entity` (for each row the first row of its entity), `edges`, `models`, `held` →
 * `outcomesOf` (automatic, review, separate), `householdsOf`, `explainPair`, `explainEntity`, `carryIds`.
 *
 * Online: keep each record's `NormalRecord`, its keys (53-bit integers, they fit a `bigint`), and what a run over everybody learnt
 * (`Learnt`: models and value statistics). Then `matchOne(record, source, candidates, learnt)` compares one with those who share a
 * key, and `groupRecords(component, learnt, apart)` groups again all that hang together by pairs of 0 bits and more. All are values.
 *
 * Model: Fellegi and Sunter (1969), with three latent classes (one person, relatives, strangers) learnt by expectation and
 * maximisation; similarity of names after Jaro (1989) and Winkler (1990), of numbers after Damerau (1964).
 */
export type { Agreement } from './agreement.ts';
export { type Bridge, bridgesOf } from './bridges.ts';
export { TableBuilder } from './build-table.ts';
export { type ClusterRules, clusterRecords } from './cluster.ts';
export { explainPair, type PairExplanation, type Step } from './explain.ts';
export { type EntityExplanation, explainEntity, type Link } from './explain-entity.ts';
export { type Objection, objectionsOf } from './gate.ts';
export { groupRecords } from './group-records.ts';
export { householdsOf } from './households.ts';
export { InputTrouble } from './input-trouble.ts';
export { type KnownRecord, keysOfRecord, type Learnt, type Match, matchOne } from './match-one.ts';
export { type Model, probabilityOf } from './model.ts';
export { isKnownField, normalisationVersion, normaliseRecord, type Reading } from './normalise-record.ts';
export { type Outcome, outcomesOf } from './outcomes.ts';
export {
  type EngineRecord,
  type KnownField,
  knownFields,
  type NormalRecord,
  type RecordKind,
} from './record.ts';
export { columnsOfMap, mapRecord, type RecordMap, readRecordMap } from './record-map.ts';
export type { RecordTable } from './record-table.ts';
export { type Comparing, compareHere, type Resolved, resolveTable } from './resolve-table.ts';
export type { Edges, Models } from './score-blocks.ts';
export { type EngineSettings, usualSettings } from './settings.ts';
export { carryIds, type Naming } from './stable-ids.ts';
export { laidOut, statisticsOf, type ValueStatistics } from './value-statistics.ts';
