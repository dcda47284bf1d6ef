import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { WritingWay } from '#modules/house';
import { connectionOf, DateTime, Internal, Node, Personal, resultOf, Special } from '#platform/graphql';
import type { Doing, Macro, Presence, Team } from '../domain/desk.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import {
  MessageType,
  TicketCauseEnum,
  TicketPriorityEnum,
  TicketStatusEnum,
  TicketType,
} from './ticket.type.ts';

/** A page of tickets. */
export const [TicketEdge, TicketConnection] = connectionOf(() => TicketType, 'Ticket');

/** What is done at a ticket, as the graph names it. */
export const DoingEnum = { LOOKING: 'looking', REPLYING: 'replying', NOTING: 'noting' } as const;

registerEnumType(DoingEnum, {
  name: 'Doing',
  description: 'What a colleague does at a ticket that is open before them.',
  valuesConfig: {
    LOOKING: { description: 'They read it.' },
    REPLYING: { description: 'They write a reply.' },
    NOTING: { description: 'They write a note.' },
  },
});

/** Somebody who has a ticket open. */
@Internal()
@ObjectType('Presence', { description: 'A colleague who has a ticket open now.' })
export class PresenceType implements Pick<Presence, 'userId' | 'userName' | 'doing'> {
  @Field(() => String, { description: 'The colleague’s id.' })
  userId: string;

  @Field(() => String, { description: 'Their name.' })
  userName: string;

  @Field(() => DoingEnum, { description: 'What they do.' })
  doing: Doing;
}

/** Where the letter of a reply stands, as the graph names it. */
export const DeliveryStateEnum = {
  HELD: 'held',
  QUEUED: 'queued',
  SENDING: 'sending',
  SENT: 'sent',
  FAILED: 'failed',
  TAKEN_BACK: 'taken-back',
} as const;

registerEnumType(DeliveryStateEnum, {
  name: 'DeliveryState',
  description: 'Where something that we send stands.',
  valuesConfig: {
    HELD: { description: 'It waits a moment, in which it can be taken back.' },
    QUEUED: { description: 'It waits for its channel.' },
    SENDING: { description: 'It is being carried.' },
    SENT: { description: 'The other side took it.' },
    FAILED: { description: 'It could not be delivered.' },
    TAKEN_BACK: { description: 'It was taken back before it left.' },
  },
});

/** How a reply travels. */
@Personal()
@ObjectType('Delivery', { description: 'How a reply travels to the customer.' })
export class DeliveryType {
  @Internal()
  @Field(() => DeliveryStateEnum, { description: 'Where it stands.' })
  state: (typeof DeliveryStateEnum)[keyof typeof DeliveryStateEnum];

  @Internal()
  @Field(() => String, { description: 'The channel: `email`, `sms` …' })
  channel: string;

  @Field(() => String, { description: 'The address it goes to.' })
  toAddress: string;

  @Internal()
  @Field(() => DateTime, { description: 'It does not leave before this.' })
  dueAt: Date;

  @Internal()
  @Field(() => DateTime, { nullable: true, description: 'When the other side took it.' })
  sentAt: Date | null;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Why the last try failed.' })
  trouble: string | null;

  @Internal()
  @Field(() => ID, { description: 'Which letter it is: one that lies dead can be sent again.' })
  id: string;

  @Internal()
  @Field(() => DateTime, { nullable: true, description: 'When it arrived, where the provider says.' })
  deliveredAt: Date | null;

  @Internal()
  @Field(() => DateTime, { nullable: true, description: 'When it was opened, where the provider says.' })
  readAt: Date | null;
}

/** A way to answer. */
@Personal()
@ObjectType('ReplyWay', { description: 'A way to answer in a ticket, and what it takes.' })
export class ReplyWayType implements Omit<WritingWay, 'isTheirs'> {
  @Internal()
  @Field(() => String, { description: 'The way: `email`, `sms`, `whatsapp`, `messenger`, `chat` …' })
  channel: string;

  @Field(() => String, { description: 'The address it goes to.' })
  toAddress: string;

  @Internal()
  @Field(() => String, {
    description: 'What we call the channel of ours by which it goes; empty for mail and chat.',
  })
  name: string;

  @Internal()
  @Field(() => Int, {
    nullable: true,
    description: 'The longest text it takes; null when that does not matter.',
  })
  charactersAtMost: number | null;

  @Internal()
  @Field(() => Boolean, { description: 'Whether it carries files.' })
  takesFiles: boolean;

  @Internal()
  @Field(() => Boolean, { description: 'Whether it is counted in parts of 160 or 70 signs.' })
  inSegments: boolean;

  @Internal()
  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when it takes words of one’s own, 24 hours after the customer wrote; null without such a limit.',
  })
  openUntil: Date | null;
}

/** Something that was done to a ticket. */
@Personal()
@ObjectType('TicketEvent', { description: 'Something that was done to a ticket, in its thread.' })
export class TicketEventType implements Pick<TicketEvent, 'id' | 'at' | 'before' | 'after' | 'actorName'> {
  @Field(() => ID, { description: 'Which one it is.' })
  id: string;

  @Internal()
  @Field(() => DateTime, { description: 'When it was done.' })
  at: Date;

  @Internal()
  @Field(() => String, {
    description:
      'What changed: `subject`, `status`, `priority`, `type`, `cause`, `assignee`, `team`, `tags`, `merged`, `unmerged`, `split`, `linked`.',
  })
  field: string;

  @Field(() => String, { nullable: true, description: 'What it was before, in our word for it.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What it was afterwards.' })
  after: string | null;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Who did it; null when it came about by itself.' })
  actorName: string | null;
}

/** What a thread is made of. */
export const ThreadItemUnion = createUnionType({
  name: 'ThreadItem',
  description: 'One thing of a thread: what somebody wrote, or what was done.',
  types: () => [MessageType, TicketEventType] as const,
  resolveType: (value) => (value as unknown as { __typename: string }).__typename,
});

/** A page of a thread. */
@Special()
@ObjectType('TicketThread', { description: 'What happened in a ticket, in order; the newest page first.' })
export class TicketThreadType {
  @Field(() => [ThreadItemUnion], {
    description:
      'The things of this page, in the order in which they happened. A plain list: the page has a size.',
  })
  items: (typeof ThreadItemUnion)[];

  @Field(() => String, {
    nullable: true,
    description: 'Give it as `before` for what came before; null when this is the beginning.',
  })
  earlier: string | null;
}

/** A ticket that belongs to another one. */
@Internal()
@ObjectType('TicketBond', { description: 'Another ticket that belongs to this one.' })
export class TicketBondType {
  @Field(() => String, { description: '`related`, or `split` for one made out of the other.' })
  kind: string;

  @Personal()
  @Field(() => TicketType, { nullable: true, description: 'The other ticket.' })
  ticket: TicketType | null;
}

/** How many tickets wait in the house's views. */
@Internal()
@ObjectType('InboxCounts', { description: 'How many tickets wait in each of the house’s views.' })
export class InboxCountsType {
  @Field(() => Int, { description: 'Those that the viewer looks after.' })
  mine: number;

  @Field(() => Int, { description: 'Those of nobody.' })
  unassigned: number;

  @Field(() => Int, { description: 'Those that are late or soon will be.' })
  breaching: number;

  @Field(() => Int, { description: 'All that are not solved.' })
  open: number;
}

/** What the world sees of a team. */
@Internal()
@ObjectType('Team', { implements: Node, description: 'Colleagues who look after tickets together.' })
export class TeamType extends Node implements Pick<Team, 'id' | 'name'> {
  @Field(() => String, { description: 'What it is called.' })
  name: string;
}

/** What a macro does with the ticket. */
@Internal()
@ObjectType('MacroChange', { description: 'What is done with a ticket when a macro is sent.' })
export class MacroChangeType {
  @Field(() => TicketStatusEnum, { nullable: true, description: 'Where it then stands.' })
  status: string | null;

  @Field(() => TicketPriorityEnum, { nullable: true, description: 'How much it then presses.' })
  priority: string | null;

  @Field(() => TicketCauseEnum, { nullable: true, description: 'Why they had to ask.' })
  cause: string | null;

  @Field(() => [String], { description: 'Tags that it gets.' })
  addTags: string[];

  @Field(() => TeamType, { nullable: true, description: 'The team that then looks after it.' })
  team: TeamType | null;
}

/** Words in one language. */
@Internal()
@ObjectType('MacroBody', { description: 'The words of a macro in one language.' })
export class MacroBodyType {
  @Field(() => String, { description: 'BCP 47: `en`, `it`, `fr`, `ro` …' })
  language: string;

  @Field(() => String, {
    description: 'The words; `{{customer}}`, `{{agent}}` and `{{number}}` are filled in.',
  })
  body: string;
}

/** What the world sees of a macro. */
@Internal()
@ObjectType('Macro', {
  implements: Node,
  description: 'An answer that is given often, and what is done with the ticket when it is sent.',
})
export class MacroType extends Node implements Pick<Macro, 'id' | 'name' | 'uses'> {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => Int, { description: 'How often it was sent.' })
  uses: number;
}

/** What was written, and where. */
@Personal()
@ObjectType('TicketWriting', { description: 'What was written in a ticket, and the ticket afterwards.' })
export class TicketWritingType {
  @Field(() => TicketType, { description: 'The ticket as it is now.' })
  ticket: TicketType;

  @Special()
  @Field(() => MessageType, { nullable: true, description: 'What was written, or taken back.' })
  written: MessageType | null;
}

/** The tickets that were changed. */
@Personal()
@ObjectType('ChangedTickets', { description: 'Tickets that were changed together.' })
export class ChangedTicketsType {
  @Field(() => [TicketType], { description: 'As they are now. A plain list: those that were asked for.' })
  tickets: TicketType[];
}

/** The ticket, or why it was refused. */
export const TicketResult = resultOf('TicketResult', () => TicketType, 'Ticket');
export const ChangedTicketsResult = resultOf(
  'ChangedTicketsResult',
  () => ChangedTicketsType,
  'ChangedTickets',
);
export const TicketWritingResult = resultOf('TicketWritingResult', () => TicketWritingType, 'TicketWriting');
export const MacroResult = resultOf('MacroResult', () => MacroType, 'Macro');
export const TeamResult = resultOf('TeamResult', () => TeamType, 'Team');
