import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { isId } from '#kernel/id';
import { DepartmentEnum } from '#modules/access';
import {
  type Customer,
  CustomerFilterInput,
  CustomerType,
  customersById,
  OutcomeEnum,
  StageEnum,
  summaryConditions,
} from '#modules/customers';
import { DateTime, Internal, mistake, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { type FeltThing, feltInStage, type MoodSearch, moodsByStage } from '../data/moods.ts';
import { type Mood, moodOf } from '../domain/mood.ts';

/** What is said of a mood, as the graph names it. */
export const MoodVerdictEnum = { WELL: 'well', BADLY: 'badly', OPEN: 'open' } as const;
registerEnumType(MoodVerdictEnum, {
  name: 'MoodVerdict',
  description: 'What may be said of how people felt.',
  valuesConfig: {
    WELL: { description: 'Well: the whole interval lies above the middle.' },
    BADLY: { description: 'Badly: the whole interval lies below the middle.' },
    OPEN: { description: 'Neither can be said.' },
  },
});

/** How people felt somewhere. */
@Internal()
@ObjectType('Mood', {
  description:
    'How people felt in a stage, by what they remember of what they lived there: 0…100, 50 is neither good nor bad.',
})
export class MoodType implements Mood {
  @Field(() => StageEnum, { description: 'The stage in which they stood when it began.' })
  stage: string;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'With which department; all of them together without one.',
  })
  department: string | null;

  @Field(() => Int, { description: 'How many measured interactions.' })
  n: number;

  @Field(() => Float, { description: 'What they remember of it, on average.' })
  score: number;

  @Field(() => Float, { nullable: true, description: 'Where the 95 % interval begins.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends.' })
  hi: number | null;

  @Field(() => MoodVerdictEnum, { description: 'What may be said of it.' })
  verdict: Mood['verdict'];
}

/** What was felt. */
@Internal()
@ObjectType('FeltThing', { description: 'An interaction behind a mood.' })
export class FeltThingType {
  customerId: string;

  @Field(() => ID, { description: 'Which interaction.' })
  subjectId: string;

  @Field(() => String, { description: 'What it was.' })
  title: string;

  @Field(() => DepartmentEnum, { description: 'With whom of us.' })
  department: string;

  @Field(() => String, { description: 'On which channel.' })
  channel: string;

  @Field(() => DateTime, { description: 'When it began.' })
  beganAt: Date;

  @Field(() => Float, { description: 'What is remembered of it, 0…100.' })
  remembered: number;

  @Field(() => OutcomeEnum, { description: 'What it was to them.' })
  outcome: string;
}

const houseStages = new Set<string>(Object.values(StageEnum));

function searchOf(filter: CustomerFilterInput | null | undefined, from: Date | null | undefined): MoodSearch {
  if (filter?.companyId && !isId(filter.companyId))
    throw mistake('BAD_USER_INPUT', '`companyId` is no id.', { field: 'companyId' });
  return { from: from ?? null, ...summaryConditions(filter ?? {}, 2) };
}

/** How people felt along the journey. */
@Resolver()
export class MoodsResolver {
  @Internal()
  @Query(() => [MoodType], {
    description:
      'How people felt in each stage of the main journey, by department and together; only where something was measured. A plain list: stages by departments.',
  })
  async journeyMoods(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => CustomerFilterInput, {
      nullable: true,
      description: 'Of whom; of everybody without it.',
    })
    filter?: CustomerFilterInput | null,
    @Arg('from', () => DateTime, { nullable: true, description: 'Begun at this time or later.' })
    from?: Date | null,
  ): Promise<Mood[]> {
    const felt = await moodsByStage(ctx.reads, searchOf(filter, from));
    return felt.filter(({ stage }) => houseStages.has(stage)).map(moodOf);
  }

  @Internal()
  @Query(() => [FeltThingType], {
    description:
      'The interactions behind a mood, those remembered worst first. A plain list: as many as asked for.',
  })
  feltInStage(
    @Ctx() ctx: RequestContext,
    @Arg('stage', () => StageEnum, { description: 'In which stage.' }) stage: string,
    @Arg('department', () => DepartmentEnum, {
      nullable: true,
      description: 'With which department; all without it.',
    })
    department?: string | null,
    @Arg('filter', () => CustomerFilterInput, {
      nullable: true,
      description: 'Of whom; of everybody without it.',
    })
    filter?: CustomerFilterInput | null,
    @Arg('from', () => DateTime, { nullable: true, description: 'Begun at this time or later.' })
    from?: Date | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' })
    first?: number | null,
  ): Promise<FeltThing[]> {
    return feltInStage(
      ctx.reads,
      stage,
      department ?? null,
      searchOf(filter, from),
      pageSize(first ?? 20, 20),
    );
  }
}

/** Who felt it. */
@Resolver(() => FeltThingType)
export class FeltResolver {
  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Who lived it.' })
  customer(@Root() { customerId }: FeltThingType, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, customerId);
  }
}
