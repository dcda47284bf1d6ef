import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Internal, Node, Personal, resultOf, Special } from '#platform/graphql';
import type { InvitationState, Silence } from '../domain/invitation.ts';
import type {
  LowAnswerMove,
  Survey,
  SurveyInstrument,
  SurveyLanguage,
  SurveyLook,
  SurveyOccasion,
} from '../domain/survey.ts';

const named = <Values extends Record<string, string>>(
  name: string,
  description: string,
  values: Values,
  describe: Record<keyof Values, string>,
): Values => {
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.keys(values).map((key) => [key, { description: describe[key] }]),
    ) as never,
  });
  return values;
};

/** What is measured, as the graph names it. */
export const SurveyInstrumentEnum = named(
  'SurveyInstrument',
  'What a survey measures.',
  { CSAT: 'csat', CES: 'ces', NPS: 'nps' } as const,
  {
    CSAT: 'Satisfaction, 1 to 5.',
    CES: 'How easy it was, 1 to 7.',
    NPS: 'Whether they would recommend us, 0 to 10.',
  },
);

/** How a scale looks. */
export const SurveyLookEnum = named(
  'SurveyLook',
  'How the scale of a survey looks.',
  { NUMBERS: 'numbers', FACES: 'faces', THUMBS: 'thumbs' } as const,
  { NUMBERS: 'Numbers.', FACES: 'Five faces.', THUMBS: 'Thumb up, thumb down.' },
);

/** After what is asked. */
export const SurveyOccasionEnum = named(
  'SurveyOccasion',
  'After what a survey asks.',
  { TICKET_SOLVED: 'ticket-solved', STAGE_ENTERED: 'stage-entered', CALL_ENDED: 'call-ended' } as const,
  {
    TICKET_SOLVED: 'A ticket was solved, by a person or by the bot.',
    STAGE_ENTERED: 'Somebody entered a stage of the journey.',
    CALL_ENDED: 'A call is about to end: it is asked on the line and answered with a key.',
  },
);

/** What a low answer opens. */
export const LowAnswerMoveEnum = named(
  'LowAnswerMove',
  'What becomes of a low answer.',
  { NOTHING: 'nothing', TASK: 'task', TICKET: 'ticket' } as const,
  { NOTHING: 'It is counted.', TASK: 'A task for its owner.', TICKET: 'A ticket for its owner.' },
);

/** Where an invitation stands. */
export const InvitationStateEnum = named(
  'SurveyInvitationState',
  'Where a question to one customer stands.',
  { WAITING: 'waiting', LEAVING: 'leaving', ASKED: 'asked', ANSWERED: 'answered', SILENT: 'silent' } as const,
  {
    WAITING: 'Its time has not come.',
    LEAVING: 'It is on its way.',
    ASKED: 'It was delivered.',
    ANSWERED: 'It was answered.',
    SILENT: 'Nobody is asked; `silence` says why.',
  },
);

/** Why nobody is asked. */
export const SilenceEnum = named(
  'SurveySilence',
  'Why a customer was not asked.',
  {
    ASKED_LATELY: 'asked-lately',
    SAID_NO: 'said-no',
    NOT_AGREED: 'not-agreed',
    NO_ADDRESS: 'no-address',
    NO_WAY: 'no-way',
    REOPENED: 'reopened',
    SOMEBODY_ELSES: 'somebody-elses',
    NOT_DELIVERED: 'not-delivered',
  } as const,
  {
    ASKED_LATELY: 'They were asked something not long ago.',
    SAID_NO: 'They want no surveys.',
    NOT_AGREED: 'They did not agree to surveys, and this one needs it.',
    NO_ADDRESS: 'We know no address.',
    NO_WAY: 'We know an address, and no channel of ours leads there now.',
    REOPENED: 'What it was about goes on.',
    SOMEBODY_ELSES: 'What it was about turned out to be somebody else’s.',
    NOT_DELIVERED: 'The question came back.',
  },
);

/** A question in one language. */
@Internal()
@ObjectType('SurveyWording', { description: 'The words of a survey in one language.' })
export class SurveyWordingType {
  @Field(() => String, { description: 'The language: `en`, `it`, `fr` or `ro`.' })
  language: string;

  @Field(() => String, { description: 'The question.' })
  question: string;
}

/** Why how many were not asked. */
@Internal()
@ObjectType('SurveySilenceCount', { description: 'How many were not asked for one reason.' })
export class SilenceCountType {
  @Field(() => SilenceEnum, { description: 'The reason.' })
  silence: Silence;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

/** What the world sees of a survey. */
@Internal()
@ObjectType('Survey', {
  implements: Node,
  description: 'A question that we ask by ourselves: after what, whom, how, and how long after.',
})
export class SurveyType extends Node implements Omit<Survey, 'wording' | 'lowOwnerId' | 'removedAt'> {
  @Field(() => String, { description: 'What we call it.' })
  name: string;

  @Field(() => SurveyOccasionEnum, { description: 'After what it asks.' })
  occasion: SurveyOccasion;

  @Field(() => String, { nullable: true, description: 'The stage that was entered.' })
  stage: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For contacts on this channel; null: for all that have no survey of their own.',
  })
  channel: string | null;

  @Field(() => SurveyInstrumentEnum, { description: 'What it measures.' })
  instrument: SurveyInstrument;

  @Field(() => SurveyLookEnum, { description: 'How its scale looks.' })
  look: SurveyLook;

  @Field(() => Boolean, { description: 'Whether it also asks why.' })
  asksWhy: boolean;

  @Field(() => Boolean, {
    description:
      'Whether whoever answered on its page is then asked, once and never again, how they heard of us.',
  })
  asksHeardOf: boolean;

  @Field(() => Int, { description: 'How many minutes after.' })
  delayMinutes: number;

  @Field(() => Int, { description: 'Nobody is asked again within so many days, by whichever survey.' })
  restDays: number;

  @Field(() => Boolean, { description: 'Whether it asks only those who agreed to surveys.' })
  needsConsent: boolean;

  @Field(() => Int, { nullable: true, description: 'An answer up to this one is low.' })
  lowAtMost: number | null;

  @Field(() => LowAnswerMoveEnum, { description: 'What a low answer opens.' })
  lowMove: LowAnswerMove;

  @Field(() => DateTime, { nullable: true, description: 'Since when it asks; null while it does not.' })
  activeSince: Date | null;
}

/** A survey, or why it was refused. */
export const SurveyResult = resultOf('SurveyResult', () => SurveyType, 'Survey');

/** What the world sees of a question to one customer. */
@Personal()
@ObjectType('SurveyInvitation', {
  description: 'A question to one customer about one thing that happened, and what they said.',
})
export class InvitationType {
  @Internal()
  @Field(() => InvitationStateEnum, { description: 'Where it stands.' })
  state: InvitationState;

  @Internal()
  @Field(() => SilenceEnum, { nullable: true, description: 'Why nobody is asked.' })
  silence: Silence | null;

  @Internal()
  @Field(() => SurveyInstrumentEnum, { description: 'What is measured.' })
  instrument: SurveyInstrument;

  @Internal()
  @Field(() => String, { nullable: true, description: 'The way the question went.' })
  via: string | null;

  @Internal()
  @Field(() => DateTime, { description: 'When its time comes, or came.' })
  dueAt: Date;

  @Internal()
  @Field(() => DateTime, { nullable: true, description: 'When it was delivered.' })
  askedAt: Date | null;

  @Internal()
  @Field(() => DateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'The answer.' })
  value: number | null;

  @Special()
  @Field(() => String, { nullable: true, description: 'Why, in their words.' })
  comment: string | null;
}

/** The words of a survey in one language, as they are given. */
@InputType('SurveyWordingInput', { description: 'The words of a survey in one language.' })
export class SurveyWordingInput {
  @Field(() => String, { description: 'The language: `en`, `it`, `fr` or `ro`.' })
  language: SurveyLanguage;

  @Field(() => String, { description: 'The question, at most 300 characters.' })
  question: string;
}

/** A survey to be kept. */
@InputType('SaveSurvey', { description: 'A survey: a new one, or another state of the one with this id.' })
export class SaveSurveyInput {
  @Field(() => ID, { nullable: true, description: 'Which; a new one when missing.' })
  id?: string | null;

  @Field(() => String, { description: 'What we call it.' })
  name: string;

  @Field(() => SurveyOccasionEnum, { description: 'After what it asks.' })
  occasion: SurveyOccasion;

  @Field(() => String, { nullable: true, description: 'The stage, for a survey by stage.' })
  stage?: string | null;

  @Field(() => String, { nullable: true, description: 'For contacts on this channel alone.' })
  channel?: string | null;

  @Field(() => SurveyInstrumentEnum, { description: 'What it measures.' })
  instrument: SurveyInstrument;

  @Field(() => SurveyLookEnum, { description: 'How its scale looks.' })
  look: SurveyLook;

  @Field(() => Boolean, { description: 'Whether it also asks why.' })
  asksWhy: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether whoever answered on its page is then asked, once, how they heard of us.',
  })
  asksHeardOf: boolean;

  @Field(() => Int, { description: 'How many minutes after.' })
  delayMinutes: number;

  @Field(() => [SurveyWordingInput], { description: 'Questions of one’s own; the house’s where missing.' })
  wording: SurveyWordingInput[];

  @Field(() => Int, { description: 'For how many days people rest.' })
  restDays: number;

  @Field(() => Boolean, { description: 'Whether it asks only those who agreed.' })
  needsConsent: boolean;

  @Field(() => Int, { nullable: true, description: 'An answer up to this one is low.' })
  lowAtMost?: number | null;

  @Field(() => LowAnswerMoveEnum, { description: 'What a low answer opens.' })
  lowMove: LowAnswerMove;

  @Field(() => ID, {
    nullable: true,
    description: 'Who gets it; whoever looked after the case when missing.',
  })
  lowOwnerId?: string | null;

  @Field(() => Boolean, { description: 'Whether it asks.' })
  isActive: boolean;
}
