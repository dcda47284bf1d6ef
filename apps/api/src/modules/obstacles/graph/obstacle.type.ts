import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { DateTime, Internal, Node, Personal, resultOf, ShareType } from '#platform/graphql';
import type { ObstacleWord } from '../domain/find-obstacles.ts';
import type { Obstacle, ObstacleState } from '../domain/obstacle.ts';

/** What stands in the way, as the graph names it. */
export const ObstacleKindEnum = {
  LOOP: 'loop',
  HANDOFF: 'handoff',
  PINGPONG: 'pingpong',
  CHANNEL_SWITCH: 'channel-switch',
  STALL: 'stall',
  REPEAT_CONTACT: 'repeat-contact',
  ABANDON: 'abandon',
} as const;

registerEnumType(ObstacleKindEnum, {
  name: 'ObstacleKind',
  description: 'What stands in the way.',
  valuesConfig: {
    LOOP: { description: 'A state was entered again.' },
    HANDOFF: { description: 'Somebody else took over.' },
    PINGPONG: { description: 'It went to somebody and came back.' },
    CHANNEL_SWITCH: { description: 'The customer had to change the channel.' },
    STALL: { description: 'Nothing happened for longer than a day, and than nine in ten such steps take.' },
    REPEAT_CONTACT: { description: 'The customer came back within a week after it was solved.' },
    ABANDON: { description: 'The last word is the customer’s, and nobody answered in time.' },
  },
});

/** What people say of an obstacle, as the graph names it. */
export const ObstacleStateEnum = {
  FOUND: 'found',
  CONFIRMED: 'confirmed',
  DISMISSED: 'dismissed',
  MENDED: 'mended',
} as const;

registerEnumType(ObstacleStateEnum, {
  name: 'ObstacleState',
  description: 'What people say of an obstacle.',
  valuesConfig: {
    FOUND: { description: 'Found in cases; nobody has looked at it.' },
    CONFIRMED: { description: 'Somebody says that it is one.' },
    DISMISSED: { description: 'Somebody says that it is none.' },
    MENDED: { description: 'Something was changed; before and after tell whether it helped.' },
  },
});

type Shown =
  | 'kind'
  | 'stepFrom'
  | 'stepTo'
  | 'state'
  | 'ownerName'
  | 'decidedByName'
  | 'decidedAt'
  | 'reason'
  | 'mendedAt'
  | 'mendedHow'
  | 'foundAt';

/** What the world sees of an obstacle. */
@Internal()
@ObjectType('Obstacle', {
  implements: Node,
  description: 'Something that stands in the way of customers at one step: found in cases, judged by people.',
})
export class ObstacleType extends Node implements Pick<Obstacle, Shown> {
  @Field(() => ObstacleKindEnum, { description: 'What it is.' })
  kind: ObstacleWord;

  @Field(() => String, { description: 'What came before it in the case.' })
  stepFrom: string;

  @Field(() => String, { description: 'What followed; empty where nothing did.' })
  stepTo: string;

  @Field(() => ObstacleStateEnum, { description: 'What people say of it.' })
  state: ObstacleState;

  @Field(() => String, { nullable: true, description: 'Who looks after it.' })
  ownerName: string | null;

  @Field(() => String, { nullable: true, description: 'Who judged it last.' })
  decidedByName: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When they did.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is none.' })
  reason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it should be better.' })
  mendedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What was changed.' })
  mendedHow: string | null;

  @Field(() => DateTime, { description: 'When it was first found.' })
  foundAt: Date;
}

/** Whether it helped. */
@Internal()
@ObjectType({
  description:
    'In how many cases it was met, of those begun in the ninety days before and after it was mended.',
})
export class BeforeAfter {
  @Field(() => ShareType, { description: 'Before it was mended.' })
  before: Proportion;

  @Field(() => ShareType, { description: 'Since it was mended.' })
  after: Proportion;
}

/** An obstacle with what it costs. */
@Internal()
@ObjectType({ description: 'An obstacle with what it costs, in the cases that were asked for.' })
export class WeighedObstacle {
  @Field(() => ObstacleType, { description: 'The obstacle.' })
  obstacle: Obstacle;

  @Field(() => Int, { description: 'How often it was met.' })
  sightings: number;

  @Field(() => ShareType, { description: 'In how many of all cases.' })
  cases: Proportion;

  @Field(() => Int, { description: 'How many customers met it, as far as they are known.' })
  customers: number;

  @Field(() => Float, { description: 'Hours beyond what these steps usually take, together.' })
  excessHours: number;
}

/** The board of obstacles. */
@Internal()
@ObjectType({ description: 'What stands in the way, what costs most hours first.' })
export class ObstacleBoard {
  @Field(() => [WeighedObstacle], { description: 'The obstacles. A plain list: the fifty that cost most.' })
  obstacles: WeighedObstacle[];

  @Field(() => ShareType, { description: 'Cases in which nothing stood in the way.' })
  clean: Proportion;

  @Field(() => Float, {
    nullable: true,
    description: 'How much ease is left in a case on average, 0 to 100.',
  })
  meanEase: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When the cases were last looked at.' })
  asOf: Date | null;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** One obstacle met in one case. */
@Internal()
@ObjectType({ description: 'One obstacle as it was met in one case.' })
export class ObstacleMet {
  @Field(() => ObstacleKindEnum, { description: 'What it was.' })
  kind: ObstacleWord;

  @Field(() => String, { description: 'What came before it.' })
  stepFrom: string;

  @Field(() => String, { description: 'What followed; empty where nothing did.' })
  stepTo: string;

  @Field(() => DateTime, { description: 'When it was met.' })
  at: Date;
}

/** A case in which something stood in the way. */
@Internal()
@ObjectType({ description: 'A case in which something stood in the way, and how much ease was left in it.' })
export class HardCase {
  @Field(() => ID, { description: 'The id of the case.' })
  id: string;

  @Personal()
  @Field(() => String, { description: 'What it was about.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'How it came.' })
  channel: string | null;

  @Field(() => DateTime, { description: 'When it began.' })
  openedAt: Date;

  @Field(() => Boolean, { description: 'Whether it is solved.' })
  isSolved: boolean;

  @Field(() => Int, { description: 'Events it was learnt from.' })
  events: number;

  @Field(() => DateTime, { description: 'As of when.' })
  asOf: Date;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** What mutations of obstacles answer with. */
export const ObstacleResult = resultOf('ObstacleResult', () => ObstacleType, 'Obstacle');

/** Which cases count. */
@InputType('ObstacleFilter', { description: 'All of it must hold; what is not given does not count.' })
export class ObstacleFilterInput {
  @Field(() => DateTime, { nullable: true, description: 'Cases that began at this time or later.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Cases that began before this time.' })
  until?: Date | null;

  @Field(() => [String], { nullable: true, description: 'Cases that came this way.' })
  channels?: string[] | null;

  @Field(() => [ObstacleKindEnum], { nullable: true, description: 'Only these obstacles.' })
  kinds?: ObstacleWord[] | null;

  @Field(() => [ObstacleStateEnum], {
    nullable: true,
    description: 'Only those of which people say this; all but dismissed ones when missing.',
  })
  states?: ObstacleState[] | null;
}
