import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Internal, Node, Personal, Special } from '#platform/graphql';
import type { Message } from '../domain/message.ts';
import type { AuthorKind } from '../domain/read-message-signal.ts';
import type { TicketPriority, TicketStatus } from '../domain/read-ticket-signal.ts';
import type { EndingStep, Ticket, TicketCause } from '../domain/ticket.ts';

/** Where tickets stand, as the graph names it. */
export const TicketStatusEnum = {
  NEW: 'new',
  OPEN: 'open',
  PENDING: 'pending',
  HOLD: 'hold',
  SOLVED: 'solved',
  CLOSED: 'closed',
} as const;

registerEnumType(TicketStatusEnum, {
  name: 'TicketStatus',
  description: 'Where a ticket stands.',
  valuesConfig: {
    NEW: { description: 'Nobody of us has looked at it.' },
    OPEN: { description: 'It waits for us.' },
    PENDING: { description: 'It waits for the customer.' },
    HOLD: { description: 'It waits for somebody else.' },
    SOLVED: { description: 'Answered; the customer may still come back.' },
    CLOSED: { description: 'Done for good.' },
  },
});

/** How tickets press, as the graph names it. */
export const TicketPriorityEnum = { LOW: 'low', NORMAL: 'normal', HIGH: 'high', URGENT: 'urgent' } as const;

registerEnumType(TicketPriorityEnum, {
  name: 'TicketPriority',
  description: 'How much a ticket presses.',
  valuesConfig: {
    LOW: { description: 'It can wait a while.' },
    NORMAL: { description: 'In its turn.' },
    HIGH: { description: 'Before the others.' },
    URGENT: { description: 'Now, before anything else.' },
  },
});

/** Who writes messages, as the graph names it. */
export const AuthorKindEnum = { CUSTOMER: 'customer', AGENT: 'agent', BOT: 'bot' } as const;

registerEnumType(AuthorKindEnum, {
  name: 'AuthorKind',
  description: 'Who wrote a message.',
  valuesConfig: {
    CUSTOMER: { description: 'The customer, or somebody on their side.' },
    AGENT: { description: 'One of us.' },
    BOT: { description: 'A machine of ours.' },
  },
});

/** Why somebody had to ask, as the graph names it. */
export const TicketCauseEnum = {
  DEFECT: 'defect',
  HOW_TO: 'how-to',
  EXPECTATION: 'expectation',
  OTHER: 'other',
} as const;

registerEnumType(TicketCauseEnum, {
  name: 'TicketCause',
  description: 'Why a customer had to ask.',
  valuesConfig: {
    DEFECT: { description: 'Something does not do what it should.' },
    HOW_TO: { description: 'They did not know how.' },
    EXPECTATION: { description: 'It does what it should, but they expected something else.' },
    OTHER: { description: 'Something else.' },
  },
});

/** What ends a conversation well, as the graph names it. */
export const EndingStepEnum = {
  CONFIRMED: 'confirmed',
  THANKED: 'thanked',
  NEXT_STEP: 'next-step',
} as const;

registerEnumType(EndingStepEnum, {
  name: 'EndingStep',
  description: 'What ends a conversation well: people remember the end.',
  valuesConfig: {
    CONFIRMED: { description: 'The customer confirmed that it is solved.' },
    THANKED: { description: 'They were thanked.' },
    NEXT_STEP: { description: 'They know what happens next.' },
  },
});

/** What the world sees of a message. */
@Special()
@ObjectType('Message', { implements: Node, description: 'What somebody wrote in a ticket.' })
export class MessageType
  extends Node
  implements Pick<Message, 'id' | 'authorKind' | 'authorName' | 'isPublic' | 'body' | 'at'>
{
  @Field(() => AuthorKindEnum, { description: 'Who wrote it.' })
  authorKind: AuthorKind;

  @Field(() => String, { nullable: true, description: 'Their name, when the source says.' })
  authorName: string | null;

  @Field(() => Boolean, { description: 'False for notes among colleagues, which the customer does not see.' })
  isPublic: boolean;

  @Field(() => String, { description: 'What they wrote, as plain text.' })
  body: string;

  @Field(() => DateTime, { description: 'When they wrote it.' })
  at: Date;
}

/** What the world sees of a ticket. */
@Personal()
@ObjectType('Ticket', {
  implements: Node,
  description: 'A question a customer asked us, until it is answered.',
})
export class TicketType
  extends Node
  implements
    Pick<
      Ticket,
      | 'id'
      | 'number'
      | 'subject'
      | 'description'
      | 'status'
      | 'priority'
      | 'type'
      | 'channel'
      | 'assigneeName'
      | 'teamName'
      | 'tags'
      | 'satisfaction'
      | 'openedAt'
      | 'solvedAt'
      | 'cause'
      | 'ending'
    >
{
  @Field(() => String, { description: 'The number people say on the phone.' })
  number: string;

  @Field(() => String, { description: 'What it is about, in a line.' })
  subject: string;

  @Special()
  @Field(() => String, { nullable: true, description: 'What the customer wrote first.' })
  description: string | null;

  @Internal()
  @Field(() => TicketStatusEnum, { description: 'Where it stands.' })
  status: TicketStatus;

  @Internal()
  @Field(() => TicketPriorityEnum, { nullable: true, description: 'How much it presses.' })
  priority: TicketPriority | null;

  @Internal()
  @Field(() => String, {
    nullable: true,
    description: '`question`, `incident`, `problem` … in the words of the source.',
  })
  type: string | null;

  @Internal()
  @Field(() => String, { nullable: true, description: 'How it came: `email`, `chat`, `phone`, `web` …' })
  channel: string | null;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Who of us looks after it.' })
  assigneeName: string | null;

  @Internal()
  @Field(() => String, { nullable: true, description: 'The team that looks after it.' })
  teamName: string | null;

  @Internal()
  @Field(() => [String], { description: 'Its tags.' })
  tags: string[];

  @Field(() => String, {
    nullable: true,
    description: 'How the customer rated the answer, in the words of the source.',
  })
  satisfaction: string | null;

  @Internal()
  @Field(() => TicketCauseEnum, { nullable: true, description: 'Why they had to ask, as we judge it.' })
  cause: TicketCause | null;

  @Internal()
  @Field(() => [EndingStepEnum], { description: 'What was seen to before it was closed.' })
  ending: EndingStep[];

  @Internal()
  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt: Date;

  @Internal()
  @Field(() => DateTime, { nullable: true, description: 'When it was solved; null while somebody waits.' })
  solvedAt: Date | null;

  @Internal()
  @Field(() => Int, { description: 'How many messages it has, notes among colleagues included.' })
  messageCount: number;

  @Internal()
  @Field(() => String, { description: 'The source that told of it.' })
  sourceName: string;
}
