import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { Internal, Personal, pageSize, type RequestContext, refused } from '#platform/graphql';
import { contentItemsById } from '../data/content-items.ts';
import {
  contentLeftOut,
  contentOffered,
  type LeftOutContent,
  type Offered,
  type OfferKey,
} from '../data/offered-content.ts';
import type { ContentItem, ContentUse } from '../domain/content-item.ts';
import { undoContentUse, useContent } from '../use-content.ts';
import { ContentItemType } from './content-item.type.ts';
import { NewContentUseInput } from './inputs.ts';
import {
  ContentReasonType,
  ContentUseResult,
  ContentUseType,
  LeftOutContentType,
  OfferedContentType,
} from './offered.type.ts';
import { ContentChannelEnum } from './words.ts';

const departmentText = 'For which department; one’s own without it, and all of them for who belongs to none.';
const channelText =
  'On which channel it would be given: then consent decides too. Without it: in a conversation.';
const languageText = 'In which language; theirs without it.';

const keyOf = (
  customer: Customer,
  ctx: RequestContext,
  department: string | null | undefined,
  channel: string | null | undefined,
  language: string | null | undefined,
  first: number,
): OfferKey => ({
  customerId: customer.id,
  department: department ?? ctx.viewer.department,
  channel: channel && channel !== 'any' ? channel : null,
  language: language ?? null,
  first,
});

/** What content adds to the customer graph: `Customer.content`, and what was left out of it. */
@Resolver(() => CustomerType)
export class CustomerContentResolver {
  @Internal()
  @FieldResolver(() => [OfferedContentType], {
    nullable: true,
    description:
      'The content that fits them now, the next best first, each with its reason. The order is drawn once a day for each customer, so that we go on learning what works.',
  })
  content(
    @Root() customer: Customer,
    @Ctx() ctx: RequestContext,
    @Arg('department', () => DepartmentEnum, { nullable: true, description: departmentText })
    department?: string | null,
    @Arg('channel', () => ContentChannelEnum, { nullable: true, description: channelText })
    channel?: string | null,
    @Arg('language', () => String, { nullable: true, description: languageText }) language?: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'How many, at most 100.' })
    first?: number | null,
  ): Promise<Offered[]> {
    return ctx.load(contentOffered, keyOf(customer, ctx, department, channel, language, pageSize(first, 5)));
  }

  @Internal()
  @FieldResolver(() => [LeftOutContentType], {
    nullable: true,
    description: 'What is placed in their stage and not offered, with the reason. A plain list: at most 100.',
  })
  contentLeftOut(
    @Root() customer: Customer,
    @Ctx() ctx: RequestContext,
    @Arg('department', () => DepartmentEnum, { nullable: true, description: departmentText })
    department?: string | null,
    @Arg('channel', () => ContentChannelEnum, { nullable: true, description: channelText })
    channel?: string | null,
    @Arg('language', () => String, { nullable: true, description: languageText }) language?: string | null,
  ): Promise<LeftOutContent[]> {
    return ctx.load(contentLeftOut, keyOf(customer, ctx, department, channel, language, 100));
  }
}

/** What is known of offered content beyond its row. */
@Resolver(() => OfferedContentType)
export class OfferedContentResolver {
  @Internal()
  @FieldResolver(() => ContentItemType, { nullable: true, description: 'The piece of content itself.' })
  item(@Root() offered: Offered, @Ctx() ctx: RequestContext): Promise<ContentItem | null> {
    return ctx.load(contentItemsById, offered.itemId);
  }

  @Internal()
  @FieldResolver(() => [ContentReasonType], {
    description: 'Why it is offered. A plain list: a handful.',
  })
  reasons(@Root() offered: Offered): ContentReasonType[] {
    return offered.reasons.map((said) => {
      const at = said.indexOf(':');
      return { code: said.slice(0, at), value: said.slice(at + 1) || null };
    });
  }
}

/** What is known of left-out content beyond its row. */
@Resolver(() => LeftOutContentType)
export class LeftOutContentResolver {
  @Internal()
  @FieldResolver(() => ContentItemType, { nullable: true, description: 'The piece of content itself.' })
  item(@Root() left: LeftOutContent, @Ctx() ctx: RequestContext): Promise<ContentItem | null> {
    return ctx.load(contentItemsById, left.itemId);
  }
}

/** Giving content to a customer, and what is known of a use. */
@Resolver(() => ContentUseType)
export class ContentUseResolver {
  @Internal()
  @FieldResolver(() => ContentItemType, { nullable: true, description: 'What was given.' })
  item(@Root() use: ContentUse, @Ctx() ctx: RequestContext): Promise<ContentItem | null> {
    return ctx.load(contentItemsById, use.itemId);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'To whom.' })
  customer(@Root() use: ContentUse, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, use.customerId);
  }

  @Personal()
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The customer’s own address of it, as a path (`/c/…`): what was given stays there, and opening it is seen.',
  })
  address(@Root() use: ContentUse): string | null {
    return use.token ? `/c/${use.token}` : null;
  }

  @Personal()
  @Mutation(() => ContentUseResult, {
    description: 'Gives content to a customer and writes it down. Sending passes the gate of consent.',
  })
  async useContent(
    @Arg('input', () => NewContentUseInput) input: NewContentUseInput,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await ctx.db.transaction((tx) => useContent(tx, ctx.viewer, input, new Date()));
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    return outcome.value;
  }

  @Personal()
  @Mutation(() => ContentUseResult, { description: 'Takes a use back: it was not given after all.' })
  async undoContentUse(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    const outcome = await ctx.db.transaction((tx) => undoContentUse(tx, ctx.viewer, id, new Date()));
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    return outcome.value;
  }
}
