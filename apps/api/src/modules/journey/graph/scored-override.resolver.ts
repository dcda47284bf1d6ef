import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import type { OverrideVerdict } from '../domain/score-override.ts';
import type { StageOverride } from '../domain/stage.ts';
import { type ScoredOverrides, scoreOverrides } from '../score-overrides.ts';
import { StageOverrideType } from './customer-stage.type.ts';

/** What became of a word, as the graph names it. */
export const OverrideVerdictEnum = {
  RIGHT: 'right',
  WRONG: 'wrong',
  UNPROVEN: 'unproven',
  OPEN: 'open',
} as const;

registerEnumType(OverrideVerdictEnum, {
  name: 'OverrideVerdict',
  description: 'What became of what one of us said of a stage, by the facts of the thirty days after it.',
  valuesConfig: {
    RIGHT: { description: 'The facts alone came to the same stage.' },
    WRONG: { description: 'The facts moved the customer elsewhere.' },
    UNPROVEN: { description: 'Nothing happened that moves anybody.' },
    OPEN: { description: 'The thirty days are not over.' },
  },
});

/** What the world sees of a word and what came of it. */
@Personal()
@ObjectType('ScoredOverride', { description: 'What one of us said of a stage, and what came of it.' })
export class ScoredOverrideType {
  @Field(() => StageOverrideType, { description: 'What was said.' })
  override: StageOverride;

  @Field(() => OverrideVerdictEnum, { description: 'What came of it.' })
  verdict: OverrideVerdict;
}

/** What the world sees of all words together. */
@Internal()
@ObjectType('OverrideScore', {
  description: 'How often our own words on stages were borne out by what happened.',
})
export class OverrideScoreType {
  @Field(() => Int, { description: 'How many were decided.' })
  decided: number;

  @Field(() => Int, { description: 'How many of these were right.' })
  right: number;

  @Field(() => Float, { nullable: true, description: 'The share; nothing while none was decided.' })
  share: number | null;

  @Field(() => Float, { nullable: true, description: 'Where Wilson’s 95 % interval begins.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Where that interval ends.' })
  high: number | null;

  @Field(() => [ScoredOverrideType], {
    description: 'The newest first. A plain list: as many as were asked for.',
  })
  overrides: ScoredOverrideType[];
}

/** What people said against the facts, held to what happened. */
@Resolver(() => ScoredOverrideType)
export class ScoredOverrideResolver {
  @Internal()
  @Query(() => OverrideScoreType, {
    description:
      'What we said of stages ourselves, the newest first, compared with what happened in thirty days.',
  })
  async stageOverrides(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<OverrideScoreType> {
    const { right, overrides }: ScoredOverrides = await scoreOverrides(
      ctx.reads,
      pageSize(first, 20),
      new Date(),
    );
    return {
      decided: right.n,
      right: right.k,
      share: right.p,
      low: right.lo,
      high: right.hi,
      overrides: overrides.map(({ verdict, ...override }) => ({ override, verdict })),
    };
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Of whom it was said.' })
  customer(@Root() { override }: ScoredOverrideType, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, override.customerId);
  }
}
