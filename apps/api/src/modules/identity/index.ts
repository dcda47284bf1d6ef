/** Identity: whose is this? Source records, what identifies them, whom they belong to, and every decision about it. */
import type { Manifest } from '#modules/house';
import { AffiliationEntity } from './data/affiliation.entity.ts';
import { CannotLinkEntity } from './data/cannot-link.entity.ts';
import { CustomerRedirectEntity } from './data/customer-redirect.entity.ts';
import { DecisionEntity } from './data/decision.entity.ts';
import { DoubtEntity } from './data/doubt.entity.ts';
import { doubtsById } from './data/doubts.ts';
import { findByIdentifier } from './data/find-by-identifier.ts';
import { IdentifierEntity } from './data/identifier.entity.ts';
import { identityReadings } from './data/identity-reading.ts';
import { MatchKeyEntity } from './data/match-key.entity.ts';
import { MatchModelEntity } from './data/match-model.entity.ts';
import { MatchRecordEntity } from './data/match-record.entity.ts';
import { MatchValueEntity } from './data/match-value.entity.ts';
import { MembershipEntity } from './data/membership.entity.ts';
import { MustLinkEntity } from './data/must-link.entity.ts';
import { decisionRowsById, recordsById } from './data/record-rows.ts';
import { SourceRecordEntity } from './data/source-record.entity.ts';
import { SourceRecordVersionEntity } from './data/source-record-version.entity.ts';
import { identityFormats } from './domain/formats/index.ts';
import { AffiliationMovesResolver } from './graph/affiliation-moves.resolver.ts';
import {
  AffiliationCompanyResolver,
  CompanyPeopleResolver,
  CompanyPersonResolver,
  CustomerCompaniesResolver,
} from './graph/affiliations.resolver.ts';
import { CustomerDecisionsResolver } from './graph/customer-decisions.resolver.ts';
import { CustomerIdentifiersResolver } from './graph/customer-identifiers.resolver.ts';
import { CustomerMovesResolver } from './graph/customer-moves.resolver.ts';
import { CustomerTagsResolver } from './graph/customer-tags.resolver.ts';
import { DoubtMovesResolver } from './graph/doubt-moves.resolver.ts';
import { CustomerDoubtsResolver, DoubtResolver, DoubtsResolver } from './graph/doubts.resolver.ts';
import {
  CustomerExplanationResolver,
  DoubtExplanationResolver,
  MatchExplanationResolver,
  RecordExplanationResolver,
  SplitResolver,
} from './graph/explanation.resolver.ts';
import {
  ContradictedCustomerResolver,
  CustomerContradictionsResolver,
  IdentityRunResolver,
} from './graph/identity-run.resolver.ts';
import { MergeResolver } from './graph/merge.resolver.ts';
import { CustomerSourceRecordsResolver, SourceRecordResolver } from './graph/source-record.resolver.ts';
import { lookAtEverybody, lookAtNight, lookWhenMuchCame } from './look-at-everybody.ts';
import { identitySignals } from './record-people.ts';

export type { Actor } from './actor.ts';
export { endAffiliation } from './change-affiliation.ts';
export type { Incoming, SpeakingSource } from './claims.ts';
export { likelyOthers } from './data/doubts.ts';
export { identifiersByCustomer } from './data/identifier-rows.ts';
export { keepWhoseRecordsAre } from './data/locks.ts';
export { syntheticCustomers } from './data/synthetic-customers.ts';
export { readEmail } from './domain/email.ts';
export { type ColumnMapping, guessMapping } from './domain/formats/csv-people.ts';
export { reasonCodes } from './domain/reasons.ts';
export type { Reason } from './domain/resolve.ts';
export { forgetSignals, sayOfPlacesAgain } from './forget-signals.ts';
export { MergePreviewType } from './graph/merge.type.ts';
export { type Foreseen, foresee, type Identified, identify } from './identify.ts';
export { type IdentifiedEverybody, identifyEverybody } from './identify-everybody.ts';
export { linkSynthetically, type RecordName } from './link-synthetically.ts';
export { type MatchedEverybody, matchEverybody } from './match-everybody.ts';
export { type LikelyRecord, learntOf, matchRecord } from './match-record.ts';
export { type MergeRefusal, type MergeWish, mergeCustomers, previewMerge } from './merge-customers.ts';
export { houseRules, type MoveRules, moveRulesOf } from './move-rules.ts';
export { readAhead } from './read-ahead.ts';
export { type FilesReport, type FilesWish, resolveFiles } from './resolve-files.ts';
export { linkDoubt, separateDoubt } from './settle-doubt.ts';
export { type StewardRecord, stewardRecord, stewardSource } from './steward-records.ts';
export { unmergeCustomer } from './unmerge-customer.ts';

export const identity: Manifest = {
  name: 'identity',
  jobs: [lookAtEverybody, lookAtNight, lookWhenMuchCame],
  entities: [
    AffiliationEntity,
    CannotLinkEntity,
    CustomerRedirectEntity,
    DecisionEntity,
    DoubtEntity,
    IdentifierEntity,
    MatchKeyEntity,
    MatchModelEntity,
    MatchRecordEntity,
    MatchValueEntity,
    MembershipEntity,
    MustLinkEntity,
    SourceRecordEntity,
    SourceRecordVersionEntity,
  ],
  readings: identityReadings,
  resolvers: [
    AffiliationCompanyResolver,
    AffiliationMovesResolver,
    CompanyPeopleResolver,
    CompanyPersonResolver,
    ContradictedCustomerResolver,
    CustomerCompaniesResolver,
    CustomerContradictionsResolver,
    CustomerDecisionsResolver,
    CustomerDoubtsResolver,
    CustomerExplanationResolver,
    DoubtExplanationResolver,
    MatchExplanationResolver,
    RecordExplanationResolver,
    SplitResolver,
    CustomerIdentifiersResolver,
    CustomerMovesResolver,
    CustomerTagsResolver,
    CustomerSourceRecordsResolver,
    DoubtMovesResolver,
    DoubtResolver,
    DoubtsResolver,
    IdentityRunResolver,
    MergeResolver,
    SourceRecordResolver,
  ],
  nodes: [
    { typeName: 'SourceRecord', batch: recordsById },
    { typeName: 'Decision', batch: decisionRowsById },
    { typeName: 'Doubt', batch: doubtsById },
  ],
  signals: identitySignals,
  formats: identityFormats,
  exactSearches: [findByIdentifier],
  follows: ['affiliation'],
};
