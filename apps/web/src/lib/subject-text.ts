import type { MessageId, Say } from './intl/words.ts';

const known = [
  'Answer',
  'AttachedFile',
  'BusinessHours',
  'Channel',
  'ContentFile',
  'ContentItem',
  'Customer',
  'Deal',
  'Decision',
  'ExpectationTask',
  'IdentityRun',
  'Import',
  'ImportFile',
  'IntakeKey',
  'Interaction',
  'Journey',
  'Macro',
  'Message',
  'Note',
  'Obstacle',
  'Order',
  'PortalPass',
  'Promise',
  'PublishedPromise',
  'Referral',
  'Review',
  'SavedView',
  'Session',
  'SigningSecret',
  'SlaPolicy',
  'Source',
  'StageOverride',
  'Survey',
  'SurveyInvitation',
  'Task',
  'Team',
  'TicketField',
  'Ticket',
  'Touch',
  'UnreadableSignal',
  'User',
] as const;

/** What an act of the trail was done to, in the reader's language; a type without words here, by its own name. */
export function subjectText(type: string, say: Say): string {
  const found = known.find((each) => each === type);
  return found ? say(`lib.subject.${found}` satisfies MessageId) : type;
}
