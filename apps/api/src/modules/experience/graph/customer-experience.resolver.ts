import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { mistake, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { leverEvents } from '../data/experience-reading.ts';
import { experienceByCustomer, livedByKey, type Shown, whatIf } from '../data/shown-experience.ts';
import { AttachmentLeverType, CustomerExperienceType } from './customer-experience.type.ts';
import { LivedInteractionType, WhatIfType } from './experience.type.ts';

/** What experience adds to the customer graph: `Customer.experience`. */
@Resolver(() => CustomerType)
export class CustomerExperienceResolver {
  @Personal()
  @FieldResolver(() => CustomerExperienceType, {
    nullable: true,
    description: 'What they lived with us and what they will remember; nothing while nothing was lived.',
  })
  experience(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<Shown | null> {
    return ctx.load(experienceByCustomer, customer.id);
  }
}

/** The interactions of a customer, and the memories that weigh most. */
@Resolver(() => CustomerExperienceType)
export class LivedInteractionsResolver {
  @Personal()
  @FieldResolver(() => [LivedInteractionType], { description: 'What they lived with us, newest first.' })
  interactions(
    @Root() experience: Shown,
    @Arg('first', () => Int, { defaultValue: 30, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Shown[]> {
    const customerId = experience.customerId as string;
    return ctx.load(livedByKey, { customerId, by: 'time', first: pageSize(first, 30) });
  }

  @Personal()
  @FieldResolver(() => [LivedInteractionType], {
    description: 'The memories that weigh most, the heaviest first. A plain list: at most three.',
  })
  memories(@Root() experience: Shown, @Ctx() ctx: RequestContext): Promise<Shown[]> {
    return ctx.load(livedByKey, { customerId: experience.customerId as string, by: 'memory', first: 3 });
  }
}

/** The events behind a lever. */
@Resolver(() => AttachmentLeverType)
export class LeverEventsResolver {
  @Personal()
  @FieldResolver(() => [LivedInteractionType], {
    description: 'The events behind it, newest first. A plain list: at most ten.',
  })
  events(@Root() { lever, customerId }: Shown, @Ctx() ctx: RequestContext): Promise<Shown[]> {
    return ctx.load(livedByKey, {
      customerId: customerId as string,
      by: 'lever',
      lever: (lever as string).replace('-', '_'),
      first: leverEvents,
    });
  }
}

/** What would be remembered if it ended otherwise. */
@Resolver(() => LivedInteractionType)
export class WhatIfResolver {
  @Personal()
  @FieldResolver(() => WhatIfType, {
    nullable: true,
    description:
      'What would be remembered if it ended, today, with a moment of this valence: for whoever is about to close.',
  })
  ifItEnded(
    @Root() { subjectType, subjectId }: Shown,
    @Arg('valence', () => Float, {
      defaultValue: 0.8,
      description: 'How it would end, from −1 (as bad as it gets) to +1.',
    })
    valence: number,
    @Ctx() ctx: RequestContext,
  ): Promise<Shown | null> {
    if (!(valence >= -1 && valence <= 1))
      throw mistake('BAD_USER_INPUT', '`valence` is from −1 to +1.', { field: 'valence' });
    return ctx.load(whatIf, {
      subjectType: subjectType as string,
      subjectId: subjectId as string,
      valence,
    });
  }
}
