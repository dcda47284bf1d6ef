import type { MessageId, Say } from '#lib/intl/words.ts';
import { namedWords } from './named-words.ts';

/** The acts of the trail that have words here; any other is shown by its own name. */
export const actWords: Record<string, MessageId> = {
  'sign-in': 'access.actSignIn',
  'sign-in-refused': 'access.actSignInRefused',
  'enter-demo': 'access.actEnterDemo',
  'set-up': 'access.actSetUp',
  'end-session': 'access.actEndSession',
  'change-password': 'access.actChangePassword',
  'add-user': 'access.actAddUser',
  'change-role': 'access.actChangeRole',
  'disable-user': 'access.actDisableUser',
  'enable-user': 'access.actEnableUser',
  'reset-password': 'access.actResetPassword',
  'rename-user': 'access.actRenameUser',
  'create-key': 'access.actCreateKey',
  'revoke-key': 'access.actRevokeKey',
  'add-source': 'access.actAddSource',
  'change-source': 'access.actChangeSource',
  'create-signing-secret': 'access.actCreateSigningSecret',
  'end-signing-secret': 'access.actEndSigningSecret',
  'upload-file': 'access.actUploadFile',
  'download-rejected': 'access.actDownloadRejected',
  'prepare-import': 'access.actPrepareImport',
  'change-reading': 'access.actChangeReading',
  'check-import': 'access.actCheckImport',
  'run-import': 'access.actRunImport',
  'cancel-import': 'access.actCancelImport',
  'undo-import': 'access.actUndoImport',
  'merge-customers': 'access.actMerge',
  'unmerge-customer': 'access.actUnmerge',
  'link-doubt': 'access.actLinkDoubt',
  'separate-doubt': 'access.actSeparateDoubt',
  'add-customer': 'access.actAddCustomer',
  'remove-customer': 'access.actRemoveCustomer',
  'correct-customer': 'access.actCorrectCustomer',
  'assign-owner': 'access.actAssignOwner',
  'tag-customers': 'access.actTagCustomers',
  'add-affiliation': 'access.actAddAffiliation',
  'edit-affiliation': 'access.actEditAffiliation',
  'end-affiliation': 'access.actEndAffiliation',
  'reopen-affiliation': 'access.actReopenAffiliation',
  'remove-affiliation': 'access.actRemoveAffiliation',
  'list-customers': 'access.actListCustomers',
  'read-customers': 'access.actReadCustomers',
  'add-note': 'access.actAddNote',
  'add-task': 'access.actAddTask',
  'edit-task': 'access.actEditTask',
  'remove-task': 'access.actRemoveTask',
  'restore-task': 'access.actRestoreTask',
  'take-signal': 'access.actTakeSignal',
  'replay-unreadable': 'access.actReplay',
  'dismiss-unreadable': 'access.actDismissUnreadable',
  'restore-unreadable': 'access.actRestoreUnreadable',
  'open-ticket': 'access.actOpenTicket',
  'change-ticket': 'access.actChangeTicket',
  'reply-to-ticket': 'access.actReplyToTicket',
  'add-ticket-note': 'access.actAddTicketNote',
  'merge-tickets': 'access.actMergeTickets',
  'unmerge-ticket': 'access.actUnmergeTicket',
  'split-ticket': 'access.actSplitTicket',
  'save-macro': 'access.actSaveMacro',
  'save-team': 'access.actSaveTeam',
  'save-sla-policy': 'access.actSaveSlaPolicy',
  'save-business-hours': 'access.actSaveBusinessHours',
  'save-survey': 'access.actSaveSurvey',
  'save-view': 'access.actSaveView',
  'use-content': 'access.actUseContent',
  'undo-content-use': 'access.actUndoContentUse',
  'place-content': 'access.actPlaceContent',
  'upload-content-file': 'access.actUploadContentFile',
  'download-attachment': 'access.actDownloadAttachment',
  'export-customers': 'access.actExportCustomers',
  'export-own-data': 'access.actExportOwnData',
  'send-letter-again': 'access.actSendLetterAgain',
  'prefer-channel': 'access.actPreferChannel',
  'withdraw-consent': 'access.actWithdrawConsent',
  'grant-consent': 'access.actGrantConsent',
  'override-stage': 'access.actOverrideStage',
  'undo-stage-override': 'access.actUndoStageOverride',
  'save-journey-draft': 'access.actSaveJourneyDraft',
  'discard-journey-draft': 'access.actDiscardJourneyDraft',
  'publish-journey': 'access.actPublishJourney',
  'look-at-everybody': 'access.actLookAtEverybody',
  'refuse-run': 'access.actRefuseRun',
  'hold-run-again': 'access.actHoldRunAgain',
  'answer-review': 'access.actAnswerReview',
  'dismiss-review': 'access.actDismissReview',
  'hold-review': 'access.actHoldReview',
  'resume-review': 'access.actResumeReview',
  'reopen-review': 'access.actReopenReview',
  'assign-review': 'access.actAssignReview',
  'note-review': 'access.actNoteReview',
  'open-ticket-of-review': 'access.actTicketOfReview',
  'link-review': 'access.actLinkReview',
  'take-back-review-move': 'access.actTakeBackReview',
  'write-down-review': 'access.actWriteDownReview',
  'say-heard-of': 'access.actSayHeardOf',
  'take-back-heard-of': 'access.actTakeBackHeardOf',
  'skip-heard-of': 'access.actSkipHeardOf',
  'save-review-rule': 'access.actSaveReviewRule',
};

/** The details of an act that are told; how the machine names its own doings is not among them. */
export const detailWords: Record<string, MessageId> = {
  first: 'access.detail.first',
  filter: 'access.detail.filter',
  address: 'access.detail.address',
  role: 'access.detail.role',
  before: 'access.detail.before',
  after: 'access.detail.after',
  fields: 'access.detail.fields',
  files: 'access.detail.files',
  source: 'access.detail.source',
  prefix: 'access.detail.prefix',
  outcome: 'access.detail.outcome',
  kind: 'access.detail.kind',
  allowedNetworks: 'access.detail.allowedNetworks',
  number: 'access.detail.number',
  rows: 'access.detail.rows',
  chosen: 'access.detail.chosen',
  leftOut: 'access.detail.leftOut',
};

const machineWords = new Set(['operation', 'goesOn', 'place', 'columns']);

/** What an act was about, in one line: empty lists and the machine's own words left out. */
export function detailsText(details: unknown, say: Say): string {
  if (!details || typeof details !== 'object') return '';
  return Object.entries(details)
    .filter(([name, value]) => !machineWords.has(name) && value !== null && String(value) !== '')
    .map(([name, value]) => {
      const word = detailWords[name];
      const named = (one: unknown): string => {
        const known = namedWords[name]?.[String(one)];
        return known ? say(known) : String(one);
      };
      const text = Array.isArray(value)
        ? value.map(named).join(', ')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
      return `${word ? say(word) : name}: ${text}`;
    })
    .join(' · ');
}
