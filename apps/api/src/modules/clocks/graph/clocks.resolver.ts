import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Internal, type RequestContext } from '#platform/graphql';
import { allHours, hoursById, policiesInOrder } from '../data/policies.ts';
import type { BusinessHours, SlaPolicy } from '../domain/policy.ts';
import { BusinessHoursType, HolidayType, OpenDayType, SlaPolicyType } from './clock.type.ts';

/** Policies, in their order. */
@Resolver(() => SlaPolicyType)
export class SlaPoliciesResolver {
  @Internal()
  @Query(() => [SlaPolicyType], {
    description:
      'What is promised about time, in the order in which policies are tried. A plain list: a handful.',
  })
  slaPolicies(@Ctx() ctx: RequestContext): Promise<SlaPolicy[]> {
    return policiesInOrder(ctx.db);
  }

  @Internal()
  @FieldResolver(() => BusinessHoursType, {
    nullable: true,
    description: 'The hours that count; null: around the clock.',
  })
  hours(@Root() policy: SlaPolicy, @Ctx() ctx: RequestContext): Promise<BusinessHours | null> | null {
    return policy.hoursId ? ctx.load(hoursById, policy.hoursId) : null;
  }
}

/** Business hours, and what they are made of. */
@Resolver(() => BusinessHoursType)
export class BusinessHoursResolver {
  @Internal()
  @Query(() => [BusinessHoursType], {
    description: 'When our desks are at work, by name. A plain list: a handful.',
  })
  businessHours(@Ctx() ctx: RequestContext): Promise<BusinessHours[]> {
    return allHours(ctx.db);
  }

  @Internal()
  @FieldResolver(() => [OpenDayType], {
    description: 'The weekdays on which it is open. A plain list: seven at most.',
  })
  days(@Root() { week }: BusinessHours): OpenDayType[] {
    return week.flatMap((hours, weekday) => (hours ? [{ weekday, from: hours[0], to: hours[1] }] : []));
  }

  @Internal()
  @FieldResolver(() => [HolidayType], {
    description: 'Days on which it is shut all the same, in order. A plain list: a few each year.',
  })
  holidays(@Root() { holidays }: BusinessHours): HolidayType[] {
    return holidays;
  }
}
