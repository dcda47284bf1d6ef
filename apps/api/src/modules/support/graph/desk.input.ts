import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { type PromiseKind, PromiseKindEnum } from '#modules/promises';
import { DateTime } from '#platform/graphql';
import type { InboxFilter, InboxSort } from '../domain/inbox.ts';
import type { TicketPriority, TicketStatus } from '../domain/read-ticket-signal.ts';
import type { EndingStep, TicketCause } from '../domain/ticket.ts';
import { EndingStepEnum, TicketCauseEnum, TicketPriorityEnum, TicketStatusEnum } from './ticket.type.ts';
import { FieldFilterInput, FieldWishInput } from './ticket-field.type.ts';

/** Orders of the inbox, as the graph names them. */
export const InboxSortEnum: Record<InboxSort, InboxSort> = {
  DUE: 'DUE',
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
  PRIORITY: 'PRIORITY',
};

registerEnumType(InboxSortEnum, {
  name: 'InboxSort',
  description: 'In which order tickets are shown.',
  valuesConfig: {
    DUE: { description: 'What is due first; behind it what promises nothing, newest first.' },
    NEWEST: { description: 'The newest first.' },
    OLDEST: { description: 'The oldest first.' },
    PRIORITY: { description: 'The most pressing first, each the oldest first.' },
  },
});

/** Which tickets. */
@InputType('InboxFilter', { description: 'Which tickets; what is missing does not matter.' })
export class InboxFilterInput implements InboxFilter {
  @Field(() => Boolean, { nullable: true, description: 'Those that the viewer looks after.' })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that the viewer follows.' })
  following?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those of nobody.' })
  unassigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that are late or soon will be.' })
  breaching?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Also those that are solved.' })
  solvedToo?: boolean | null;

  @Field(() => [TicketStatusEnum], { nullable: true, description: 'Those that stand so.' })
  statuses?: TicketStatus[] | null;

  @Field(() => [TicketPriorityEnum], { nullable: true, description: 'Those that press so much.' })
  priorities?: TicketPriority[] | null;

  @Field(() => [TicketCauseEnum], { nullable: true, description: 'Those with one of these causes.' })
  causes?: TicketCause[] | null;

  @Field(() => [String], { nullable: true, description: 'Those that came so: `email`, `chat` …' })
  channels?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Those with all of these tags.' })
  tags?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Those that this colleague looks after.' })
  assigneeId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Those that one of these looks after, by name: also whoever has no account here.',
  })
  assigneeNames?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Those of this team.' })
  teamId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Those with this number, or these words in subject, messages or name of the customer.',
  })
  text?: string | null;

  @Field(() => [FieldFilterInput], { nullable: true, description: 'Those with this in fields of one’s own.' })
  fields?: FieldFilterInput[] | null;
}

/** What is done to a ticket. */
@InputType('TicketChange', { description: 'What is done to a ticket; what is missing stays as it is.' })
export class TicketChangeInput {
  @Field(() => String, { nullable: true, description: 'Another subject.' })
  subject?: string | null;

  @Field(() => TicketStatusEnum, { nullable: true, description: 'Where it stands.' })
  status?: TicketStatus | null;

  @Field(() => TicketPriorityEnum, { nullable: true, description: 'How much it presses; null: not said.' })
  priority?: TicketPriority | null;

  @Field(() => String, { nullable: true, description: '`question`, `incident` …; null: not said.' })
  type?: string | null;

  @Field(() => TicketCauseEnum, { nullable: true, description: 'Why they had to ask; null: not known.' })
  cause?: TicketCause | null;

  @Field(() => ID, { nullable: true, description: 'Who looks after it; null: nobody.' })
  assigneeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that looks after it; null: none.' })
  teamId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Tags that it gets.' })
  addTags?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tags that it loses.' })
  removeTags?: string[] | null;

  @Field(() => [EndingStepEnum], { nullable: true, description: 'What was seen to at the end, all of it.' })
  ending?: EndingStep[] | null;

  @Field(() => [FieldWishInput], {
    nullable: true,
    description: 'What is written into fields of one’s own; fields that are not named stay as they are.',
  })
  fields?: FieldWishInput[] | null;
}

/** A ticket to open. */
@InputType('NewTicket', { description: 'A question that a customer asks us, written down by one of us.' })
export class NewTicketInput {
  @Field(() => ID, { description: 'Who asks.' })
  customerId: string;

  @Field(() => String, { description: 'What it is about, at most 500 characters.' })
  subject: string;

  @Field(() => String, { nullable: true, description: 'What they said.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'How they asked: `phone`, `email` …' })
  channel?: string | null;

  @Field(() => TicketChangeInput, { nullable: true, description: 'Where it stands, who looks after it …' })
  change?: TicketChangeInput | null;
}

/** What a reply promises. */
@InputType('ReplyPromise', { description: 'What is promised to the customer with a reply.' })
export class ReplyPromiseInput {
  @Field(() => String, { description: 'What, in at most 500 characters.' })
  words: string;

  @Field(() => PromiseKindEnum, { nullable: true, description: 'What kind of thing; `OTHER` when missing.' })
  kind?: PromiseKind | null;

  @Field(() => DateTime, { description: 'By when.' })
  dueAt: Date;
}

/** Words for a ticket. */
@InputType('NewTicketWords', { description: 'What to write in a ticket.' })
export class NewTicketWordsInput {
  @Field(() => ID, { description: 'In which ticket.' })
  ticketId: string;

  @Field(() => String, { description: 'The words, at most 200,000 characters.' })
  body: string;

  @Field(() => TicketChangeInput, {
    nullable: true,
    description: 'What is done with the ticket at the same time.',
  })
  change?: TicketChangeInput | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that go with it, as `POST /attachments` named them; at most 20.',
  })
  attachmentIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The way a reply goes, one of `replyWays`; by default the first of them.',
  })
  via?: string | null;

  @Field(() => ReplyPromiseInput, {
    nullable: true,
    description: 'What a reply promises: given when it is sent, and never given when it is taken back.',
  })
  promise?: ReplyPromiseInput | null;

  @Field(() => ID, { nullable: true, description: 'The macro that the words are of.' })
  macroId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The newest message with the customer that the writer has seen, null for none: the reply is refused when there is a newer one. Missing: not checked.',
  })
  seenMessageId?: string | null;
}

/** A macro to keep. */
@InputType('MacroBodyWish', { description: 'The words of a macro in one language.' })
export class MacroBodyInput {
  @Field(() => String, { description: 'Two letters: `en`, `it`, `fr`, `ro` …' })
  language: string;

  @Field(() => String, {
    description: 'The words; `{{customer}}`, `{{agent}}` and `{{number}}` are filled in.',
  })
  body: string;
}

@InputType('SaveMacro', { description: 'An answer that is given often.' })
export class SaveMacroInput {
  @Field(() => ID, { nullable: true, description: 'The macro to change; a new one when missing.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called, at most 120 characters.' })
  name: string;

  @Field(() => [MacroBodyInput], { description: 'Its words, one for each language.' })
  bodies: MacroBodyInput[];

  @Field(() => TicketChangeInput, { nullable: true, description: 'What is done with the ticket.' })
  change?: TicketChangeInput | null;
}

@InputType('SaveTeam', { description: 'Colleagues who look after tickets together.' })
export class SaveTeamInput {
  @Field(() => ID, { nullable: true, description: 'The team to change; a new one when missing.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called, at most 120 characters.' })
  name: string;

  @Field(() => [ID], { description: 'Who belongs to it.' })
  memberIds: string[];
}
