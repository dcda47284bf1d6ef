import type { DataClass } from '#modules/house';
import type { Role } from './roles.ts';

/** Who asks, as the table knows them: a role, or nobody yet. */
export type Asker = Role | 'anonymous';

/** `read`: in an answer, and as something to filter, sort or search by. `write`: a mutation. `export`: in a file that leaves (never more than `read`). `erase`: a person's whole data. */
export type Verb = 'read' | 'write' | 'export' | 'erase';

/** `mask`: something stands there, but not the value (`•••`, nothing, an empty list). `deny`: nothing, and an error that names the field. */
export type Verdict = 'allow' | 'mask' | 'deny';

/** One line of the table. */
export interface Rule {
  who: readonly Asker[];
  verb: Verb;
  /** Type name of the schema, or `*`. */
  type: string;
  /** Field names, or `*`. */
  fields: readonly string[] | '*';
  /** Only fields of these classes. */
  classes?: readonly DataClass[];
  /** Only in rows that have this value; a row that does not say has it. */
  where?: { readonly column: string; readonly is: string };
  verdict: Verdict;
}

const sales: readonly Asker[] = ['sales-rep', 'sales-lead'];
const support: readonly Asker[] = ['support-agent', 'support-lead'];
const leads: readonly Asker[] = ['sales-lead', 'support-lead'];
/** They may take a list of customers with them: who answers for a department, writes to many, or looks after the house. */
const listTakers: readonly Asker[] = [...leads, 'marketer', 'admin'];
const people: readonly Asker[] = [...sales, 'marketer', ...support, 'privacy-officer', 'admin'];
const anybody: readonly Asker[] = [...people, 'machine', 'anonymous'];
/** They do not read what people told support or said on the phone. */
const withoutTranscripts: readonly Asker[] = ['marketer', 'admin'];

const allow = (
  who: readonly Asker[],
  verb: Verb,
  type: string,
  fields: Rule['fields'],
  classes?: readonly DataClass[],
): Rule => ({ who, verb, type, fields, ...(classes ? { classes } : {}), verdict: 'allow' });

const deny = (who: readonly Asker[], verb: Verb, type: string, fields: Rule['fields']): Rule => ({
  who,
  verb,
  type,
  fields,
  verdict: 'deny',
});

/**
 * THE policy table. The first rule that fits decides; where none fits, the answer is no. Every way asks it: output,
 * filters, order, search, subscriptions, exports. A new mutation or special field needs a line here.
 */
export const policy: readonly Rule[] = [
  // A source with a key writes and reads nothing.
  allow(['machine'], 'write', 'Mutation', ['takeSignal']),
  allow(['machine'], 'read', 'SignalTaken', ['signalId', 'outcome']),
  allow(['machine'], 'read', 'Refusal', '*'),
  ...(['read', 'write', 'export', 'erase'] as const).map((verb) => deny(['machine'], verb, '*', '*')),

  // Nobody yet: the entrance, the ways in, and how far the demo is.
  allow(['anonymous'], 'read', 'Query', ['entrance', 'viewer']),
  allow(['anonymous'], 'write', 'Mutation', ['signIn', 'setUp', 'enterDemo', 'signOut']),
  ...['Entrance', 'DemoUser', 'ImportCounts', 'Refusal'].map((type) =>
    allow(['anonymous'], 'read', type, '*'),
  ),
  allow(['anonymous'], 'read', 'Import', ['id', 'status', 'progress', 'totals', 'startedAt', 'finishedAt']),
  // Reached only through a sign-in that has just succeeded.
  allow(['anonymous'], 'read', 'Viewer', '*'),
  allow(['anonymous'], 'read', 'User', '*', ['public', 'internal']),
  ...(['read', 'write', 'export', 'erase'] as const).map((verb) => deny(['anonymous'], verb, '*', '*')),

  // About oneself.
  allow(people, 'write', 'Mutation', [
    'signIn',
    'setUp',
    'enterDemo',
    'signOut',
    'endSession',
    'changePassword',
    'changeLanguage',
    'saveView',
    'removeView',
    'restoreView',
    'moveView',
  ]),
  // Looking after people and keys.
  allow(['admin'], 'write', 'Mutation', [
    'addUser',
    'changeRole',
    'disableUser',
    'enableUser',
    'renameUser',
    'resetPassword',
    'createIntakeKey',
    'revokeIntakeKey',
    'createSigningSecret',
    'endSigningSecret',
    'saveSource',
  ]),
  // Looking at everybody again moves many customers at once.
  allow([...leads, 'privacy-officer', 'admin'], 'write', 'Mutation', [
    'lookAtEverybody',
    'refuseRun',
    'holdRunAgain',
  ]),
  // The work of every department.
  allow(people, 'write', 'Mutation', [
    'addCustomer',
    'removeCustomer',
    'correctCustomer',
    'assignOwner',
    'tagCustomers',
    'addAffiliation',
    'editAffiliation',
    'endAffiliation',
    'reopenAffiliation',
    'removeAffiliation',
    'mergeCustomers',
    'unmergeCustomer',
    'linkDoubt',
    'linkSafeDoubts',
    'undoSafeLinks',
    'splitRecord',
    'separateRecords',
    'separateDoubt',
    'prepareImport',
    'changeReading',
    'checkImport',
    'runImport',
    'cancelImport',
    'undoImport',
  ]),
  allow([...sales, 'marketer', ...support, 'privacy-officer'], 'write', 'Mutation', [
    'addNote',
    'preferChannel',
    'withdrawConsent',
    'grantConsent',
    'editNote',
    'removeNote',
    'restoreNote',
    'addTask',
    'completeTask',
    'editTask',
    'removeTask',
    'restoreTask',
    'overrideStage',
    'undoStageOverride',
    'makePromise',
    'keepPromise',
    'reopenPromise',
    'withdrawPromise',
    'restorePromise',
    'takeBackPromise',
    'putBackPromise',
  ]),
  // What everybody is promised: by who answers for it.
  allow([...leads, 'marketer', 'admin'], 'write', 'Mutation', ['publishPromise', 'withdrawPublishedPromise']),
  // Who designs the journey.
  allow(['marketer', ...leads, 'admin'], 'write', 'Mutation', [
    'saveJourneyDraft',
    'publishJourney',
    'discardJourneyDraft',
    'archiveJourney',
  ]),
  // Content: every department writes; who leads or markets approves, places and takes out of use.
  allow([...sales, 'marketer', ...support, 'admin'], 'write', 'Mutation', [
    'createContent',
    'editContent',
    'submitContent',
    'withdrawContent',
    'discardContentDraft',
  ]),
  allow([...leads, 'marketer', 'admin'], 'write', 'Mutation', [
    'approveContent',
    'returnContent',
    'archiveContent',
    'restoreContent',
    'placeContent',
    'removePlacement',
    'restorePlacement',
  ]),
  allow([...sales, 'marketer', ...support], 'write', 'Mutation', ['useContent', 'undoContentUse']),
  allow([...leads, 'marketer', 'admin'], 'write', 'Mutation', ['completeExpectationTask']),
  // Whoever may talk with a customer may work on tickets.
  allow([...sales, ...support, 'privacy-officer'], 'write', 'Mutation', [
    'openTicket',
    'changeTickets',
    'replyToTicket',
    'addTicketNote',
    'takeBackMessage',
    'followTicket',
    'mergeTickets',
    'unmergeTicket',
    'splitTicket',
    'linkTickets',
    'attendTicket',
  ]),
  allow([...support, 'admin'], 'write', 'Mutation', ['saveMacro', 'removeMacro', 'restoreMacro']),
  // What people say of us in front of others is answered by every department, and written down by whoever hears it.
  allow([...sales, 'marketer', ...support, 'privacy-officer'], 'write', 'Mutation', [
    'answerReview',
    'takeBackReviewAnswer',
    'assignReview',
    'dismissReview',
    'holdReview',
    'reopenReview',
    'addReviewNote',
    'takeBackReviewMove',
    'linkReview',
    'unlinkReview',
    'openTicketOfReview',
    'writeDownReview',
    'sayHeardOf',
    'takeBackHeardOf',
  ]),
  allow([...leads, 'marketer', 'admin'], 'write', 'Mutation', ['saveReviewRule']),
  allow([...sales, 'marketer', ...support, 'privacy-officer'], 'read', 'ReviewEvent', ['words']),
  { who: ['admin'], verb: 'read', type: 'ReviewEvent', fields: ['words'], verdict: 'mask' },
  // What we ask by ourselves: by who answers for what is said to customers.
  allow([...leads, 'marketer', 'admin'], 'write', 'Mutation', [
    'saveSurvey',
    'removeSurvey',
    'restoreSurvey',
  ]),
  // What is promised about time, and who looks after what.
  allow(['support-lead', 'admin'], 'write', 'Mutation', [
    'saveTeam',
    'saveTicketField',
    'putAwayTicketField',
    'putBackTicketField',
    'orderTicketFields',
    'saveSlaPolicy',
    'removeSlaPolicy',
    'restoreSlaPolicy',
    'saveBusinessHours',
    'saveChannel',
    'removeChannel',
    'restoreChannel',
    'testChannel',
  ]),
  allow([...sales, ...support, 'admin', 'privacy-officer'], 'write', 'Mutation', ['sendLetterAgain']),
  // What stands in the way is judged by who leads, or answers for what is said.
  allow([...leads, 'marketer', 'admin'], 'write', 'Mutation', [
    'confirmObstacle',
    'dismissObstacle',
    'reopenObstacle',
    'ownObstacle',
    'mendObstacle',
  ]),
  // What sources say, by hand.
  allow([...leads, 'privacy-officer', 'admin'], 'write', 'Mutation', [
    'takeSignal',
    'replayUnreadable',
    'dismissUnreadables',
    'restoreUnreadables',
  ]),

  // The schema itself, for who develops against it.
  allow(['admin'], 'read', '__Schema', '*'),
  deny(people, 'read', '__Schema', '*'),

  // Keys, the trail and unreadable signals are not for everybody: not even that they exist.
  allow(['admin'], 'read', 'IntakeKey', '*'),
  allow(['admin'], 'read', 'NewIntakeKey', '*'),
  allow(['admin'], 'read', 'FirstPassword', '*'),
  allow(['admin'], 'read', 'SigningSecret', '*'),
  allow(['admin'], 'read', 'NewSigningSecret', '*'),
  allow(['admin'], 'read', 'Query', ['intakeKeys', 'signingSecrets', 'sourceSystems']),
  deny(people, 'read', 'IntakeKey', '*'),
  deny(people, 'read', 'NewIntakeKey', '*'),
  deny(people, 'read', 'FirstPassword', '*'),
  deny(people, 'read', 'SigningSecret', '*'),
  deny(people, 'read', 'NewSigningSecret', '*'),
  deny(people, 'read', 'Query', ['intakeKeys', 'signingSecrets', 'sourceSystems']),
  allow(['support-lead', 'admin'], 'read', 'Channel', '*'),
  allow(['support-lead', 'admin'], 'read', 'Query', ['channels', 'deadLetters']),
  deny(people, 'read', 'Channel', '*'),
  deny(people, 'read', 'Query', ['channels', 'deadLetters']),
  allow(['admin', 'privacy-officer'], 'read', 'AuditEntry', '*'),
  allow(['admin', 'privacy-officer'], 'read', 'Query', ['auditEntries']),
  deny(people, 'read', 'AuditEntry', '*'),
  deny(people, 'read', 'Query', ['auditEntries']),
  // What came, as it came, may be a deal's value or what somebody told support: no class of a field can tell.
  allow(['privacy-officer'], 'read', 'UnreadableSignal', ['raw']),
  deny(people, 'read', 'UnreadableSignal', ['raw']),
  allow([...leads, 'privacy-officer', 'admin'], 'read', 'UnreadableSignal', '*'),
  allow([...leads, 'privacy-officer', 'admin'], 'read', 'Query', ['unreadableSignals']),
  deny(people, 'read', 'UnreadableSignal', '*'),
  deny(people, 'read', 'Query', ['unreadableSignals']),

  // Support sees no deal values: not as a number, not in the story, not in the columns of a source.
  deny(support, 'read', 'CustomerSummary', ['openDealValue', 'wonValue']),
  deny(support, 'read', 'Deal', ['amount', 'probability']),
  deny(support, 'read', 'SourceRecord', ['profile']),
  {
    who: support,
    verb: 'read',
    type: 'TimelineEntry',
    fields: ['detail', 'change'],
    where: { column: 'department', is: 'sales' },
    verdict: 'mask',
  },

  // Marketers and admins do not read what people told us in confidence.
  deny(withoutTranscripts, 'read', 'Ticket', ['description', 'messages', 'thread']),
  deny(withoutTranscripts, 'read', 'Message', '*'),
  deny(withoutTranscripts, 'read', 'TicketThread', '*'),
  deny(withoutTranscripts, 'read', 'AttachedFile', '*'),
  deny(withoutTranscripts, 'read', 'Interaction', ['body']),
  deny(withoutTranscripts, 'read', 'SourceRecord', ['profile']),
  { who: ['admin'], verb: 'read', type: 'Note', fields: ['body'], verdict: 'mask' },
  {
    who: ['admin'],
    verb: 'read',
    type: 'TimelineEntry',
    fields: ['title'],
    where: { column: 'kind', is: 'note-added' },
    verdict: 'mask',
  },
  {
    who: withoutTranscripts,
    verb: 'read',
    type: 'TimelineEntry',
    fields: ['detail'],
    where: { column: 'department', is: 'support' },
    verdict: 'mask',
  },

  // Fields of one's own are as sensitive as who made them said.
  {
    who: withoutTranscripts,
    verb: 'read',
    type: 'TicketFieldValue',
    fields: ['text', 'number', 'date', 'yes', 'choices', 'unfit'],
    where: { column: 'dataClass', is: 'special' },
    verdict: 'mask',
  },
  allow(people, 'read', 'TicketFieldValue', '*'),

  // What is special, said for each role.
  allow([...sales, ...support, 'privacy-officer'], 'read', 'Ticket', ['description', 'messages', 'thread']),
  allow([...sales, ...support, 'privacy-officer'], 'read', 'Message', '*'),
  allow([...sales, ...support, 'privacy-officer'], 'read', 'TicketThread', '*'),
  allow([...sales, ...support, 'privacy-officer'], 'read', 'AttachedFile', '*'),
  allow([...sales, ...support, 'privacy-officer'], 'read', 'TicketWriting', '*'),
  allow([...sales, ...support, 'privacy-officer'], 'read', 'Interaction', ['body']),
  allow([...sales, 'privacy-officer'], 'read', 'SourceRecord', ['profile']),
  allow([...sales, 'marketer', 'privacy-officer', 'admin'], 'read', 'Deal', ['amount', 'probability']),
  allow([...sales, 'marketer', 'privacy-officer', 'admin'], 'read', 'CustomerSummary', [
    'openDealValue',
    'wonValue',
  ]),
  // What customers add to an answer is said to us as a house: not to who only looks after the program.
  allow([...sales, 'marketer', ...support, 'privacy-officer'], 'read', 'Answer', ['comment']),
  { who: ['admin'], verb: 'read', type: 'Answer', fields: ['comment'], verdict: 'mask' },
  allow([...sales, 'marketer', ...support, 'privacy-officer'], 'read', 'SurveyInvitation', ['comment']),
  { who: ['admin'], verb: 'read', type: 'SurveyInvitation', fields: ['comment'], verdict: 'mask' },
  allow([...sales, 'marketer', ...support, 'privacy-officer'], 'read', 'Note', ['body']),
  allow(people, 'read', 'TimelineEntry', ['detail', 'change']),
  allow(people, 'read', 'RejectedRow', ['raw']),

  // A list of customers leaves as a file with what its columns show, of what its reader may read; nothing of a person leaves with it that
  // these lines do not name.
  allow([...listTakers, 'privacy-officer'], 'write', 'Mutation', ['exportCustomers']),
  allow(listTakers, 'export', 'Customer', [
    'id',
    'displayName',
    'emails',
    'phones',
    'companies',
    'stage',
    'ownerName',
    'tags',
    'createdAt',
  ]),
  allow(listTakers, 'export', 'CustomerProfile', [
    'givenName',
    'familyName',
    'jobTitle',
    'city',
    'country',
    'language',
  ]),
  allow(listTakers, 'export', 'CustomerSummary', [
    'openDeals',
    'openDealValue',
    'openTickets',
    'emailConsent',
    'remembered',
    'lastInteractionAt',
  ]),
  // A person's whole data leaves or ends by the hands of the privacy officer alone.
  allow(['privacy-officer'], 'export', '*', '*'),
  allow(['privacy-officer'], 'erase', '*', '*'),

  // Everything else goes by its class.
  allow(people, 'read', '*', '*', ['public', 'internal', 'personal']),
];

/** Everybody the table knows. */
export const askers = anybody;

/** People who are signed in. */
export const signedIn = people;

/**
 * Whether somebody may read rows of a file as they came: whoever brought the file, and who looks after privacy. Such rows
 * hold what every department knows, so the classes of fields cannot tell.
 */
export const mayReadRawRows = (
  viewer: { id: string | null; role: string },
  broughtBy: string | null,
): boolean => (viewer.id !== null && viewer.id === broughtBy) || viewer.role === 'privacy-officer';
