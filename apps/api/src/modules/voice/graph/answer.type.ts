import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime, Internal, Node, Personal, Special } from '#platform/graphql';
import type { Instrument } from '../domain/read-voice-signals.ts';
import type { SurveyAnswer } from '../domain/told.ts';

/** How we ask, as the graph names it. */
export const InstrumentEnum = { NPS: 'nps', CSAT: 'csat', CES: 'ces', EXPECTATION: 'expectation' } as const;

registerEnumType(InstrumentEnum, {
  name: 'Instrument',
  description: 'How customers are asked.',
  valuesConfig: {
    NPS: { description: 'Would you recommend us? 0 to 10.' },
    CSAT: { description: 'Are you satisfied? 1 to 5.' },
    CES: { description: 'Was it easy? 1 to 7, 7 is easy.' },
    EXPECTATION: { description: 'Was it as you expected? −2 to +2.' },
  },
});

/** What the world sees of an answer. */
@Internal()
@ObjectType('Answer', { implements: Node, description: 'What a customer answered when we asked.' })
export class AnswerType
  extends Node
  implements
    Pick<
      SurveyAnswer,
      | 'id'
      | 'instrument'
      | 'channel'
      | 'value'
      | 'expected'
      | 'perceived'
      | 'cause'
      | 'productName'
      | 'comment'
      | 'askedAt'
      | 'answeredAt'
    >
{
  @Field(() => InstrumentEnum, { description: 'How they were asked.' })
  instrument: Instrument;

  @Field(() => String, { nullable: true, description: 'Where they were asked.' })
  channel: string | null;

  @Personal()
  @Field(() => Int, { nullable: true, description: 'The number they gave, on the scale of the instrument.' })
  value: number | null;

  @Personal()
  @Field(() => Int, { nullable: true, description: 'What they expected before, −2 to +2.' })
  expected: number | null;

  @Personal()
  @Field(() => Int, { nullable: true, description: 'What they found, −2 to +2.' })
  perceived: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What caused the contact: `defect`, `setup`, `expectation`, `other`.',
  })
  cause: SurveyAnswer['cause'];

  @Field(() => String, { nullable: true, description: 'The product it was about.' })
  productName: string | null;

  @Special()
  @Field(() => String, { nullable: true, description: 'What they added, in their own words.' })
  comment: string | null;

  @Field(() => DateTime, { description: 'When they were asked.' })
  askedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When they answered.' })
  answeredAt: Date | null;
}

/** A page of answers. */
export const [AnswerEdge, AnswerConnection] = connectionOf(() => AnswerType, 'Answer');

/** Which answers. */
@InputType('AnswerFilter', { description: 'All of it must hold; what is not given does not count.' })
export class AnswerFilterInput {
  @Field(() => DateTime, { nullable: true, description: 'Asked at this time or later.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Asked before this time.' })
  until?: Date | null;

  @Field(() => [String], { nullable: true, description: 'Asked on one of these channels.' })
  channels?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'About one of these products, by name.' })
  products?: string[] | null;

  @Field(() => [InstrumentEnum], { nullable: true, description: 'Asked in one of these ways.' })
  instruments?: Instrument[] | null;

  @Field(() => [String], { nullable: true, description: 'Where one of these was the cause.' })
  causes?: string[] | null;
}
