import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Internal, Node, Personal } from '#platform/graphql';
import type { Campaign } from '../domain/campaign.ts';
import type { TouchKind } from '../domain/read-touch-signal.ts';
import type { Touch } from '../domain/touch.ts';

/** Kinds of touches as the graph names them. */
export const TouchKindEnum = {
  SENT: 'sent',
  OPENED: 'opened',
  CLICKED: 'clicked',
  BOUNCED: 'bounced',
  UNSUBSCRIBED: 'unsubscribed',
  FORM_SUBMITTED: 'form-submitted',
  VISITED: 'visited',
  ATTENDED: 'attended',
  CALLED: 'called',
} as const;

registerEnumType(TouchKindEnum, {
  name: 'TouchKind',
  description: 'What happened between a person and a campaign, page, form or event.',
  valuesConfig: {
    SENT: { description: 'It was sent to them.' },
    OPENED: { description: 'They opened it, as far as a mail program tells.' },
    CLICKED: { description: 'They followed a link.' },
    BOUNCED: { description: 'It did not reach them.' },
    UNSUBSCRIBED: { description: 'They took their consent back through it.' },
    FORM_SUBMITTED: { description: 'They sent a form.' },
    VISITED: { description: 'They visited a page.' },
    ATTENDED: { description: 'They came to an event.' },
    CALLED: { description: 'One of us called them.' },
  },
});

/** What the world sees of a campaign. */
@Internal()
@ObjectType('Campaign', {
  implements: Node,
  description: 'A mailing, event or advertisement that touched many people.',
})
export class CampaignType
  extends Node
  implements Pick<Campaign, 'id' | 'name' | 'channel' | 'subject' | 'sentAt'>
{
  @Field(() => String, { description: 'Its name in the source; the key while only its touches told of it.' })
  name: string;

  @Field(() => String, { description: 'The channel: `email`, `event`, `web` …' })
  channel: string;

  @Field(() => String, { nullable: true, description: 'The subject line, for mails.' })
  subject: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it went out.' })
  sentAt: Date | null;
}

/** What the world sees of a touch. */
@Personal()
@ObjectType('Touch', {
  implements: Node,
  description: 'One contact of one person with a campaign, page, form or event.',
})
export class TouchType
  extends Node
  implements Pick<Touch, 'id' | 'kind' | 'channel' | 'url' | 'outcome' | 'attempts' | 'at'>
{
  @Field(() => TouchKindEnum, { description: 'What happened.' })
  kind: TouchKind;

  @Field(() => String, { description: 'The channel: `email`, `web`, `event` …' })
  channel: string;

  @Field(() => String, { nullable: true, description: 'The address that was visited or clicked.' })
  url: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What came of it, in the word of the source: `yes`, `no` …',
  })
  outcome: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often we tried within the campaign, this time included.',
  })
  attempts: number | null;

  @Field(() => DateTime, { description: 'When it happened.' })
  at: Date;
}
