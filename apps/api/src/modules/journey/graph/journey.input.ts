import { Field, Float, ID, InputType, registerEnumType } from 'type-graphql';

/** By what people are told apart, as the graph names it. */
export const JourneySplitEnum = {
  COUNTRY: 'country',
  LANGUAGE: 'language',
  OWNER: 'owner',
  EMAIL_CONSENT: 'email-consent',
} as const;

registerEnumType(JourneySplitEnum, {
  name: 'JourneySplit',
  description: 'By what the people on a journey are told apart.',
  valuesConfig: {
    COUNTRY: { description: 'By their country.' },
    LANGUAGE: { description: 'By their language.' },
    OWNER: { description: 'By who of us looks after them.' },
    EMAIL_CONSENT: { description: 'By whether they may be written to.' },
  },
});

/** A stage of a draft. */
@InputType('JourneyStageInput', { description: 'A stage of a journey.' })
export class JourneyStageInput {
  @Field(() => String, {
    description: 'Its word for programs; on the main journey one of `Stage`, in lower case.',
  })
  key: string;

  @Field(() => String, { nullable: true, description: 'What it is called here, at most 60 characters.' })
  label?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What they should remember of it, at most 280 characters.',
  })
  memory?: string | null;

  @Field(() => Float, { nullable: true, description: 'How good that memory would be, −1 to 1.' })
  memoryValence?: number | null;
}

/** What a fact of a draft is worth. */
@InputType('JourneyFactInput', { description: 'What a kind of fact says of a stage.' })
export class JourneyFactInput {
  @Field(() => String, { description: 'The kind: `deal-won`, `bought-again`.' })
  kind: string;

  @Field(() => String, { description: 'The stage it speaks for.' })
  stage: string;

  @Field(() => Float, { description: 'Its points, more than 0.' })
  points: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether it leads there at once.' })
  isHard?: boolean | null;
}

/** A draft of a journey. */
@InputType('SaveJourney', { description: 'A draft of a journey; it counts when it is published.' })
export class SaveJourneyInput {
  @Field(() => ID, { nullable: true, description: 'The journey; a new one when missing.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called, at most 100 characters.' })
  name: string;

  @Field(() => [JourneyStageInput], { description: 'Its stages, in their usual order.' })
  stages: JourneyStageInput[];

  @Field(() => [JourneyFactInput], { description: 'What facts say.' })
  facts: JourneyFactInput[];

  @Field(() => Float, { nullable: true, description: 'Days after which points count half; 14 when missing.' })
  halfLifeDays?: number | null;

  @Field(() => Float, { nullable: true, description: 'Points a stage needs to be entered; 1 when missing.' })
  enterFrom?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How many times the points of the present stage another needs; 1.25 when missing.',
  })
  hysteresis?: number | null;

  @Field(() => Float, { nullable: true, description: 'Days of silence until dormant; 60 when missing.' })
  dormantAfterDays?: number | null;

  @Field(() => Float, { nullable: true, description: 'What a person’s own word adds; 4 when missing.' })
  overridePoints?: number | null;
}

const said = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** The document of a map out of what the graph was given; whether it makes sense is for `readMap` to say. */
export function documentOf({ id: _id, name, stages, facts, ...constants }: SaveJourneyInput): object {
  return {
    name,
    stages: stages.map(({ key }) => key),
    facts: Object.fromEntries(
      facts.map(({ kind, stage, points, isHard }) => [kind, { stage, points, hard: isHard ?? false }]),
    ),
    labels: said(Object.fromEntries(stages.map(({ key, label }) => [key, label?.trim() || null]))),
    memories: said(
      Object.fromEntries(
        stages.map(({ key, memory, memoryValence }) => [
          key,
          memory?.trim() ? { sentence: memory, valence: memoryValence ?? null } : null,
        ]),
      ),
    ),
    ...said(constants),
  };
}
