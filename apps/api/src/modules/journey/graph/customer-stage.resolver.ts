import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { entriesById, TimelineEntryType } from '#modules/timeline';
import { Internal, Personal, type RequestContext } from '#platform/graphql';
import { overridesByCustomer } from '../data/overrides.ts';
import { entryIdsBehind, stagesByCustomer, tracksByCustomer } from '../data/stages.ts';
import { figuresByStage } from '../data/stays.ts';
import {
  CustomerStageType,
  CustomerTrackType,
  NextStageType,
  StageOverrideType,
  StagePeriodType,
  StageReasonType,
  UsualStayType,
} from './customer-stage.type.ts';

/** What the journey adds to the customer graph: where they stand, where they stood, and on which other journeys they are. */
@Resolver(() => CustomerType)
export class CustomerStageResolver {
  @Personal()
  @FieldResolver(() => CustomerStageType, {
    nullable: true,
    description: 'Where they stand on the journey and why; nothing while nothing is known.',
  })
  async stage(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<CustomerStageType | null> {
    const stage = await ctx.load(stagesByCustomer, customer.id);
    if (!stage) return null;
    const { customerId, because, becauseAt, reasons, dormantFrom } = stage;
    return {
      ...stage,
      cause: because,
      causeAt: becauseAt,
      because: reasons.map((reason) => ({ ...reason, customerId, at: new Date(reason.at) })),
      dormantSince: dormantFrom < new Date() ? dormantFrom : null,
    };
  }

  @Personal()
  @FieldResolver(() => [StagePeriodType], {
    description: 'Every stretch so far, oldest first. A plain list: a handful in a life.',
  })
  async stageHistory(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<StagePeriodType[]> {
    const stage = await ctx.load(stagesByCustomer, customer.id);
    return (stage?.history ?? []).map(({ because, from, to, ...period }) => ({
      ...period,
      from: new Date(from),
      to: to ? new Date(to) : null,
      cause: because,
    }));
  }

  @Personal()
  @FieldResolver(() => [CustomerTrackType], {
    description: 'The other journeys they are on. A plain list: as many as there are journeys.',
  })
  async tracks(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<CustomerTrackType[]> {
    const tracks = await ctx.load(tracksByCustomer, customer.id);
    return tracks.map(({ because, label, ...track }) => ({ ...track, stage: label, cause: because }));
  }
}

/** What stands beside a stage: what is usual there, and what one of us said. */
@Resolver(() => CustomerStageType)
export class StageSurroundingsResolver {
  @Internal()
  @FieldResolver(() => UsualStayType, {
    nullable: true,
    description: 'How long others stayed in this stage; nothing while it was not counted.',
  })
  async usual(@Root() stage: CustomerStageType, @Ctx() ctx: RequestContext): Promise<UsualStayType | null> {
    const figures = await ctx.load(figuresByStage, stage.stage);
    return figures && figures.entered > 0 ? figures : null;
  }

  @Internal()
  @FieldResolver(() => [NextStageType], {
    description:
      'Where others went from this stage, the most first; empty while nobody did. A plain list: at most as many as there are stages.',
  })
  async next(@Root() stage: CustomerStageType, @Ctx() ctx: RequestContext): Promise<NextStageType[]> {
    return (await ctx.load(figuresByStage, stage.stage))?.next ?? [];
  }

  @Personal()
  @FieldResolver(() => StageOverrideType, {
    nullable: true,
    description: 'What one of us said, when that is why they stand here.',
  })
  override(
    @Root() { cause, customerId }: CustomerStageType,
    @Ctx() ctx: RequestContext,
  ): Promise<StageOverrideType | null> | null {
    return cause === 'override' ? ctx.load(overridesByCustomer, customerId) : null;
  }
}

/** The event behind a reason. */
@Resolver(() => StageReasonType)
export class StageReasonResolver {
  @Personal()
  @FieldResolver(() => TimelineEntryType, {
    nullable: true,
    description: 'What happened, on the timeline; nothing when that is told no more.',
  })
  async entry(@Root() reason: StageReasonType, @Ctx() ctx: RequestContext) {
    const id = await ctx.load(entryIdsBehind, reason);
    return id ? ctx.load(entriesById, id) : null;
  }
}
