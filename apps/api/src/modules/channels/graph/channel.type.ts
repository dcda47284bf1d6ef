import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Internal, Node, Personal, resultOf } from '#platform/graphql';
import type { Channel, ChannelHealth, ChannelProvider } from '../domain/channel.ts';
import type { ChannelEvent, EventOutcome } from '../domain/channel-event.ts';

/** Providers, as the graph names them. */
export const ChannelProviderEnum: Record<string, ChannelProvider> = {
  TWILIO_SMS: 'twilio-sms',
  TWILIO_WHATSAPP: 'twilio-whatsapp',
  TWILIO_PHONE: 'twilio-phone',
  META_WHATSAPP: 'meta-whatsapp',
  META_PAGE: 'meta-page',
  WEBHOOK: 'webhook',
};

registerEnumType(ChannelProviderEnum, {
  name: 'ChannelProvider',
  description: 'Whose service a channel is, and which of its ways.',
  valuesConfig: {
    TWILIO_SMS: { description: 'Text messages by Twilio.' },
    TWILIO_WHATSAPP: { description: 'WhatsApp by Twilio.' },
    TWILIO_PHONE: { description: 'Calls and voicemail by Twilio.' },
    META_WHATSAPP: { description: 'WhatsApp by Meta’s Cloud API.' },
    META_PAGE: { description: 'Messages to a Facebook page or Instagram account, and mentions of it.' },
    WEBHOOK: { description: 'A system of one’s own, signed as Standard Webhooks says.' },
  },
});

/** How channels are, as the graph names it. */
export const ChannelHealthEnum: Record<string, ChannelHealth> = {
  SILENT: 'silent',
  WELL: 'well',
  REFUSING: 'refusing',
  FAILING: 'failing',
};

registerEnumType(ChannelHealthEnum, {
  name: 'ChannelHealth',
  description: 'How a channel is, by what happened last.',
  valuesConfig: {
    SILENT: { description: 'Nothing has come by it yet.' },
    WELL: { description: 'What came last was signed as it should be, and no letter lies dead.' },
    REFUSING: { description: 'What came last was not signed as it should be, and was refused.' },
    FAILING: { description: 'Letters that should have gone this way lie dead.' },
  },
});

/** What became of what came, as the graph names it. */
export const ChannelEventOutcomeEnum: Record<string, EventOutcome> = {
  TICKET: 'ticket',
  MESSAGE: 'message',
  ANSWER: 'answer',
  CALL: 'call',
  MENTION: 'mention',
  RECEIPT: 'receipt',
  NOTED: 'noted',
  UNREADABLE: 'unreadable',
};

registerEnumType(ChannelEventOutcomeEnum, {
  name: 'ChannelEventOutcome',
  description: 'What became of something that a provider told.',
  valuesConfig: {
    TICKET: { description: 'It opened a ticket.' },
    MESSAGE: { description: 'It went into a ticket.' },
    ANSWER: { description: 'It answered a question of ours.' },
    CALL: { description: 'It was written down as a call.' },
    MENTION: { description: 'It is a mention or a review.' },
    RECEIPT: { description: 'It told of a letter of ours.' },
    NOTED: { description: 'It changed nothing.' },
    UNREADABLE: { description: 'It could not be read; it is kept.' },
  },
});

/** Something that came by a channel. */
@Internal()
@ObjectType('ChannelEvent', { description: 'Something that came by a channel, and what became of it.' })
export class ChannelEventType implements Pick<ChannelEvent, 'id' | 'receivedAt' | 'outcome' | 'reason'> {
  @Field(() => ID, { description: 'Which one it is.' })
  id: string;

  @Field(() => DateTime, { description: 'When it came.' })
  receivedAt: Date;

  @Field(() => ChannelEventOutcomeEnum, { description: 'What became of it.' })
  outcome: EventOutcome;

  @Field(() => String, { nullable: true, description: 'Why nothing came of it.' })
  reason: string | null;
}

/** A setting of a channel. */
@Internal()
@ObjectType('ChannelSetting', { description: 'Something a provider must be told, that is no secret.' })
export class ChannelSettingType {
  @Field(() => String, { description: '`accountSid`, `phoneNumberId`, `pageId`, `api`.' })
  name: string;

  @Field(() => String, { description: 'What it is.' })
  value: string;
}

/** What the world sees of a channel. */
@Internal()
@ObjectType('Channel', {
  implements: Node,
  description: 'A way in and out that somebody added: a number, a page, a system of one’s own.',
})
export class ChannelType
  extends Node
  implements
    Pick<Channel, 'id' | 'name' | 'provider' | 'address' | 'lastEventAt' | 'refusals' | 'lastRefusedAt'>
{
  @Field(() => String, { description: 'What we call it.' })
  name: string;

  @Field(() => ChannelProviderEnum, { description: 'Whose service it is.' })
  provider: ChannelProvider;

  @Field(() => String, { description: 'Our own number there; empty for pages and systems.' })
  address: string;

  @Field(() => DateTime, { nullable: true, description: 'When something last came with a good signature.' })
  lastEventAt: Date | null;

  @Field(() => Int, { description: 'How often something came that was not signed as it should be.' })
  refusals: number;

  @Field(() => DateTime, { nullable: true, description: 'When that last happened.' })
  lastRefusedAt: Date | null;
}

/** A letter that lies dead. */
@Personal()
@ObjectType('DeadLetter', { description: 'Something we wrote that could not be delivered.' })
export class DeadLetterType {
  @Field(() => ID, { description: 'Which letter it is.' })
  id: string;

  @Internal()
  @Field(() => String, { description: 'The way it should have gone.' })
  channel: string;

  @Field(() => String, { description: 'The address it should have gone to.' })
  toAddress: string;

  @Field(() => String, { nullable: true, description: 'Whom it is for.' })
  toName: string | null;

  @Field(() => String, { description: 'What it is about.' })
  subject: string;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Why it could not be delivered.' })
  trouble: string | null;

  @Internal()
  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt: Date;
}

/** A channel that was kept. */
@Internal()
@ObjectType('KeptChannel', { description: 'A channel as it is now, and the secret that was drawn for it.' })
export class KeptChannelType {
  @Field(() => ChannelType, { description: 'The channel.' })
  channel: ChannelType;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret by which it signs, when one was drawn: in this answer and nowhere else, ever again.',
  })
  signingSecret: string | null;
}

/** What a test of a channel found. */
@Internal()
@ObjectType('ChannelTest', { description: 'Whether a provider would take something from us now.' })
export class ChannelTestType {
  @Field(() => Boolean, { description: 'Whether it would.' })
  works: boolean;

  @Field(() => String, { nullable: true, description: 'Why it would not.' })
  trouble: string | null;
}

/** Something to be kept of a channel. */
@InputType('ChannelValue', { description: 'A setting or a secret of a channel.' })
export class ChannelValueInput {
  @Field(() => String, { description: 'Its name: `accountSid`, `authToken` …' })
  name: string;

  @Field(() => String, { description: 'What it is.' })
  value: string;
}

/** A channel to keep. */
@InputType('SaveChannel', { description: 'A way in and out.' })
export class SaveChannelInput {
  @Field(() => ID, { nullable: true, description: 'The channel to change; a new one when missing.' })
  id?: string | null;

  @Field(() => ChannelProviderEnum, { description: 'Whose service it is; it stays what it is.' })
  provider: ChannelProvider;

  @Field(() => String, { description: 'What we call it, at most 120 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Our own number there, as +390123456789.' })
  address?: string | null;

  @Field(() => [ChannelValueInput], { description: 'What the provider must be told.' })
  settings: ChannelValueInput[];

  @Field(() => [ChannelValueInput], {
    description: 'Secrets to keep; those that are not named stay as they are. None is ever told again.',
  })
  secrets: ChannelValueInput[];
}

export const KeptChannelResult = resultOf('KeptChannelResult', () => KeptChannelType, 'KeptChannel');
export const DeadLetterResult = resultOf('DeadLetterResult', () => DeadLetterType, 'DeadLetter');
