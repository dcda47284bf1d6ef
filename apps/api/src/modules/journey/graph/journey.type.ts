import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, Internal, Node } from '#platform/graphql';

/** What the world sees of a stage of a map. */
@Internal()
@ObjectType('JourneyStage', { description: 'A stage of a journey, and what people should remember of it.' })
export class JourneyStageType {
  @Field(() => String, { description: 'Its word for programs: `use`.' })
  key: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called here, when its own word does not do.',
  })
  label: string | null;

  @Field(() => String, { nullable: true, description: 'What they should remember of it, in one sentence.' })
  memory: string | null;

  @Field(() => Float, { nullable: true, description: 'How good that memory would be, −1 to 1.' })
  memoryValence: number | null;
}

/** What the world sees of what a fact is worth. */
@Internal()
@ObjectType('JourneyFact', { description: 'What a kind of fact says of a stage.' })
export class JourneyFactType {
  @Field(() => String, { description: 'The kind, in kebab-case: `deal-won`.' })
  kind: string;

  @Field(() => String, { description: 'The stage it speaks for.' })
  stage: string;

  @Field(() => Float, { description: 'Its points when it happens.' })
  points: number;

  @Field(() => Boolean, { description: 'Whether it leads there at once, whatever the points.' })
  isHard: boolean;
}

/** What the world sees of a version of a map. */
@Internal()
@ObjectType('JourneyVersion', { description: 'A version of a journey: a draft, or published for good.' })
export class JourneyVersionType {
  @Field(() => Int, { description: 'Counted from 1.' })
  number: number;

  @Field(() => String, { description: 'What the journey is called.' })
  name: string;

  @Field(() => [JourneyStageType], { description: 'In their usual order. A plain list: at most fifty.' })
  stages: JourneyStageType[];

  @Field(() => [JourneyFactType], {
    description: 'What facts say. A plain list: as many as there are kinds.',
  })
  facts: JourneyFactType[];

  @Field(() => Float, { description: 'Days after which points count half.' })
  halfLifeDays: number;

  @Field(() => Float, { description: 'Points a stage needs before it can be entered.' })
  enterFrom: number;

  @Field(() => Float, { description: 'How many times the points of the present stage another one needs.' })
  hysteresis: number;

  @Field(() => Float, { description: 'Days of silence after which somebody counts as dormant.' })
  dormantAfterDays: number;

  @Field(() => Float, { description: 'What a person’s own word adds to the stage they name.' })
  overridePoints: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was written; nothing for what came with Ancora.',
  })
  savedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  savedBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it counts, or counted.' })
  publishedAt: Date | null;
}

/** What the world sees of a difference. */
@Internal()
@ObjectType('JourneyChange', { description: 'What a draft changes.' })
export class JourneyChangeType {
  @Field(() => String, { description: 'The field, as a path with dots: `facts.deal-won`, `halfLifeDays`.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'What counts now.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What the draft says.' })
  after: string | null;
}

/** What the world sees of a journey. */
@Internal()
@ObjectType('Journey', {
  implements: Node,
  description: 'A map of the way people go with us, in its versions.',
})
export class JourneyType extends Node {
  @Field(() => Boolean, { description: 'Whether it is the one that `Customer.stage` speaks of.' })
  isMain: boolean;

  @Field(() => JourneyVersionType, {
    nullable: true,
    description: 'The version that counts; nothing before the first.',
  })
  live: JourneyVersionType | null;

  @Field(() => JourneyVersionType, { nullable: true, description: 'The version somebody is working on.' })
  draft: JourneyVersionType | null;

  @Field(() => [JourneyChangeType], {
    description: 'What the draft changes, in the order of a map. A plain list: at most as long as a map.',
  })
  changes: JourneyChangeType[];

  @Field(() => [JourneyVersionType], {
    description: 'Every published version, the newest first. A plain list: as many as people published.',
  })
  versions: JourneyVersionType[];
}

/** What the world sees of where people go. */
@Internal()
@ObjectType('StageFlow', { description: 'How often people went from one stage to another.' })
export class StageFlowType {
  @Field(() => String, { description: 'The stage they left.' })
  from: string;

  @Field(() => String, { description: 'The stage they went to.' })
  to: string;

  @Field(() => Int, { description: 'How many times.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'Of the times the stage was entered, 0 to 1.' })
  share: number | null;

  @Field(() => Float, { nullable: true, description: 'Where Wilson’s 95 % interval begins.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Where that interval ends.' })
  high: number | null;

  @Field(() => Float, { nullable: true, description: 'Half of those who went had gone after so many days.' })
  medianDays: number | null;
}

/** What the world sees of the work in a stage. */
@Internal()
@ObjectType('StageWork', { description: 'What departments have at hand for the people of a stage.' })
export class StageWorkType {
  @Field(() => Int, { description: 'Of the people there: with an open deal.' })
  openDeals: number;

  @Field(() => Int, { description: 'Of the people there: with an open ticket.' })
  openTickets: number;

  @Field(() => Int, { description: 'Of the people there: they may be written to.' })
  reachable: number;
}

/** What the world sees of a stage now. */
@Internal()
@ObjectType('StageNow', { description: 'Who is in a stage, how long people stay, and how many move on.' })
export class StageNowType {
  @Field(() => String, { description: 'The stage, by its word.' })
  stage: string;

  @Field(() => Int, { description: 'Who stands there now.' })
  people: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Who of them is there longer than half stayed; nothing while more than half are still there.',
  })
  stuck: number | null;

  @Field(() => DateTime, { nullable: true, description: 'They came before this moment.' })
  stuckSince: Date | null;

  @Field(() => StageWorkType, {
    nullable: true,
    description: 'What departments have at hand there; only on the main journey.',
  })
  work: StageWorkType | null;

  @Field(() => Int, { description: 'How many times the stage was entered in the period.' })
  entered: number;

  @Field(() => Int, { description: 'How many of these it was left.' })
  left: number;

  @Field(() => Float, { nullable: true, description: 'The share that moved on, 0 to 1.' })
  moved: number | null;

  @Field(() => Float, { nullable: true, description: 'Where Wilson’s 95 % interval begins.' })
  movedLow: number | null;

  @Field(() => Float, { nullable: true, description: 'Where that interval ends.' })
  movedHigh: number | null;

  @Field(() => Float, { nullable: true, description: 'Half have left after so many days (Kaplan–Meier).' })
  medianDays: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the 95 % interval of that begins.' })
  lowDays: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends; nothing when it is open.' })
  highDays: number | null;
}

/** What the world sees of a segment. */
@Internal()
@ObjectType('SegmentStay', { description: 'How long the people of one segment stay in a stage.' })
export class SegmentStayType {
  @Field(() => String, { nullable: true, description: 'The segment: a country, a language, an owner.' })
  segment: string | null;

  @Field(() => Int, { description: 'Its stays in the stage.' })
  n: number;

  @Field(() => Int, { description: 'How many of these have ended.' })
  left: number;

  @Field(() => Float, { nullable: true, description: 'Half have left after so many days.' })
  medianDays: number | null;
}

/** What the world sees of a comparison. */
@Internal()
@ObjectType('StageComparison', { description: 'Whether segments leave a stage at different speeds.' })
export class StageComparisonType {
  @Field(() => String, { description: 'The stage, by its word.' })
  stage: string;

  @Field(() => [SegmentStayType], { description: 'The largest first. A plain list: at most six.' })
  segments: SegmentStayType[];

  @Field(() => Float, { nullable: true, description: 'χ² of the log-rank test.' })
  chi2: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How often chance alone gives as much; nothing where nothing can be compared.',
  })
  p: number | null;
}

/** What the world sees of a journey now. */
@Internal()
@ObjectType('JourneyFigures', {
  description: 'Who is where on a journey, where people go, how long they stay.',
})
export class JourneyFiguresType {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf: Date;

  @Field(() => String, { description: 'The version of the map.' })
  settings: string;

  @Field(() => Int, { description: 'Who is on it now.' })
  people: number;

  @Field(() => [StageNowType], {
    description: 'In the order of the map. A plain list: as many as it has stages.',
  })
  stages: StageNowType[];

  @Field(() => [StageFlowType], {
    description: 'From stage to stage. A plain list: at most stages by stages.',
  })
  flows: StageFlowType[];

  @Field(() => [StageComparisonType], {
    description: 'Stage by stage, when segments were asked for. A plain list: as many as the map has stages.',
  })
  comparisons: StageComparisonType[];
}
