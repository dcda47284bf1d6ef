/**
 * What every subject agrees to: the envelope of a signal, how a file's words are read, how a subject records, and the
 * manifest by which it presents itself at its door. Knows nobody.
 */
export { layAddress, layName, ourAddress, ourName } from './address.ts';
export {
  type AudienceFile,
  audienceFiles,
  audienceFileTells,
  type KnownAudienceFile,
} from './audience-file.ts';
export { fadingAfterDays, fadingBelow, fadingStreak, memoryHalfLifeDays, strengthNow } from './fading.ts';
export type { FileHeader, Format, ReadOptions, ReadRow, Row, RowRefusal } from './format.ts';
export {
  channelWord,
  type Lived,
  type LivedMoment,
  type LivedReader,
  type ObservedSignals,
} from './lived.ts';
export type {
  DataClass,
  Found,
  Knowledge,
  KnowledgeAnswer,
  LetterEar,
  Manifest,
  MovedLetter,
  NodeLoader,
  NodeReader,
  Search,
  Spoken,
  SpokenFor,
  SummaryPart,
  TrackRecord,
  WritingWay,
  WritingWays,
} from './manifest.ts';
export { goesAlong, movedAmong, movedBetween, tellWhoeverHasIt } from './moved.ts';
export { layNeighbours, neighbours } from './neighbours.ts';
export { type Over, twoVoices } from './our-word.ts';
export type {
  Department,
  FactKind,
  Moved,
  NewFact,
  NewTimelineEntry,
  Recorded,
  Recorder,
  SignalKind,
  Told,
} from './recorder.ts';
export { type RowRefusalCode, rowRefusalCodes } from './refusal-codes.ts';
export { consentSaid } from './rows/consent-said.ts';
export {
  defineFormat,
  type FormatPlan,
  refuseFormat,
} from './rows/define-format.ts';
export { dialledFrom } from './rows/dialled-from.ts';
export { associatedOf } from './rows/hubspot-words.ts';
export { plainName } from './rows/plain-name.ts';
export { type Marks, recogniseBy } from './rows/recognise-by.ts';
export { RowReader } from './rows/row-reader.ts';
export type { Said } from './rows/said.ts';
export {
  goneFromSalesforce,
  salesforceId,
  salesforceKey,
  salesforceLinks,
  salesforceTime,
} from './rows/salesforce-words.ts';
export { type SkipCode, type Skipped, skip, skipCodes } from './rows/skip.ts';
export { shownNode } from './shown-node.ts';
export type {
  CompanyProfile,
  CompanyRef,
  Located,
  LocatedPerson,
  PersonProfile,
  PersonRef,
  Signal,
} from './signal.ts';
export { peopleOf, type Telling, tellTo, thingKey, untold } from './telling.ts';
export type { CallInHand, Spoken as SpokenToCaller, TypedAnswers, TypedWords } from './typed-answers.ts';
export type { Vocabulary } from './vocabulary.ts';
export {
  amount,
  calendarDay,
  cleanText,
  currency,
  departmentWord,
  instant,
  maybeWord,
  word,
} from './words.ts';
