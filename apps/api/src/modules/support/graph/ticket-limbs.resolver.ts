import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type User, UserType, usersById } from '#modules/access';
import { type Attachment, AttachmentType, attachmentsByMessage } from '#modules/attachments';
import { clocksByTicket, type TicketClock, TicketClockType } from '#modules/clocks';
import { type Letter, lettersBySubject } from '#modules/outbox';
import { PromiseType, promisesAbout, type ShownPromise } from '#modules/promises';
import {
  Internal,
  Personal,
  pageSize,
  type RequestContext,
  readMomentCursor,
  Special,
  writeCursor,
} from '#platform/graphql';
import { linksByTicket, presenceByTicket, previousTicketIds, teamsById } from '../data/desk.ts';
import { threadPage } from '../data/thread.ts';
import { type ShownTicket, ticketsById } from '../data/tickets.ts';
import { type Presence, presenceMs, type Team } from '../domain/desk.ts';
import type { Message } from '../domain/message.ts';
import { isOurOwn } from '../domain/our-word.ts';
import { takesFiles } from '../domain/reply.ts';
import { findWays, type WaysAsked } from '../find-ways.ts';
import {
  DeliveryType,
  PresenceType,
  ReplyWayType,
  TeamType,
  TicketBondType,
  TicketThreadType,
} from './desk.type.ts';
import { MessageType, TicketType } from './ticket.type.ts';

const waysAsked = ({ channel, sourceKey, customerId }: WaysAsked): WaysAsked => ({
  channel,
  sourceKey,
  customerId,
});

/** What one who works on a ticket sees of it. */
@Resolver(() => TicketType)
export class TicketLimbsResolver {
  @Internal()
  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who of us looks after it; null while that is nobody, or a name that only its source knows.',
  })
  assignee(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<User | null> | null {
    return ticket.assigneeId ? ctx.load(usersById, ticket.assigneeId) : null;
  }

  @Internal()
  @FieldResolver(() => TeamType, { nullable: true, description: 'The team of ours that looks after it.' })
  team(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<Team | null> | null {
    return ticket.teamId ? ctx.load(teamsById, ticket.teamId) : null;
  }

  @Internal()
  @FieldResolver(() => Boolean, { description: 'Whether the viewer follows it.' })
  isFollowed(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): boolean {
    return ctx.viewer.id !== null && ticket.followers.includes(ctx.viewer.id);
  }

  @Internal()
  @FieldResolver(() => Boolean, { description: 'Whether it was opened here and not in another system.' })
  isOurOwn(@Root() ticket: ShownTicket): boolean {
    return isOurOwn(ticket);
  }

  @Internal()
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where its source says that it stands, in our word, when we say otherwise.',
  })
  sourceStatus(@Root() ticket: ShownTicket): string | null {
    return isOurOwn(ticket) ? null : ((ticket.over.status as string | undefined) ?? null);
  }

  @Internal()
  @FieldResolver(() => [TicketClockType], {
    description:
      'What was promised about time, in the order in which it began. A plain list: a few for each question.',
  })
  clocks(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<TicketClock[]> {
    return ctx.load(clocksByTicket, ticket.id);
  }

  @Internal()
  @FieldResolver(() => [PresenceType], {
    description: 'Colleagues who have it open now, the viewer left out. A plain list: who is at one ticket.',
  })
  async presence(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<Presence[]> {
    // To the second, so that tickets of one page are asked about together.
    const since = new Date(Math.floor((Date.now() - presenceMs) / 1_000) * 1_000).toISOString();
    const all = await ctx.load(presenceByTicket, { ticketId: ticket.id, since });
    return all.filter(({ userId }) => userId !== ctx.viewer.id);
  }

  @Internal()
  @FieldResolver(() => [PromiseType], {
    description: 'What people promised in it, by when it is due. A plain list: a few.',
  })
  promises(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<ShownPromise[]> {
    return ctx.load(promisesAbout, { type: 'Ticket', id: ticket.id });
  }

  @Personal()
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The address that a reply goes to, or the chat in whose window it appears; null when we know none.',
  })
  async replyAddress(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<string | null> {
    const [way] = await ctx.load(findWays, waysAsked(ticket));
    return way?.toAddress.replace(/^chat:/, 'chat ') ?? null;
  }

  @Personal()
  @FieldResolver(() => [ReplyWayType], {
    description: 'The ways to answer, the best first, and what each takes. A plain list: a few channels.',
  })
  async replyWays(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<ReplyWayType[]> {
    const ways = await ctx.load(findWays, waysAsked(ticket));
    return ways.map((way) => ({ ...way, takesFiles: takesFiles(way) }));
  }

  @Special()
  @FieldResolver(() => TicketThreadType, {
    nullable: true,
    description: 'What was written and done, with what was merged into it; the newest first, page by page.',
  })
  async thread(
    @Root() ticket: ShownTicket,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: 'How many, at most 100.' })
    first?: number | null,
    @Arg('before', () => String, { nullable: true, description: 'The `earlier` of the page behind it.' })
    before?: string | null,
  ): Promise<TicketThreadType> {
    const place = before ? readMomentCursor(before) : null;
    const page = await threadPage(ctx.reads, ticket.id, pageSize(first, 50), place);
    const oldest = page.items[0];
    return {
      items: page.items as unknown as TicketThreadType['items'],
      earlier: page.hasEarlier && oldest ? writeCursor([oldest.at.toISOString(), oldest.id]) : null,
    };
  }

  @FieldResolver(() => TicketType, {
    nullable: true,
    description: 'What the same customer asked before this: its thread stands above.',
  })
  async previous(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<ShownTicket | null> {
    const id = await ctx.load(previousTicketIds, ticket.id);
    return id ? ctx.load(ticketsById, id) : null;
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket in which its thread goes on.' })
  mergedInto(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<ShownTicket | null> | null {
    return ticket.mergedIntoId ? ctx.load(ticketsById, ticket.mergedIntoId) : null;
  }

  @Internal()
  @FieldResolver(() => [TicketBondType], {
    description: 'Tickets that belong to it. A plain list: what people linked.',
  })
  async bonds(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<TicketBondType[]> {
    const links = await ctx.load(linksByTicket, ticket.id);
    const others = await Promise.all(links.map(({ otherId }) => ctx.load(ticketsById, otherId)));
    return links.map(({ kind }, place) => ({ kind, ticket: others[place] as unknown as TicketType | null }));
  }
}

/** What one who wrote a message sees of it. */
@Resolver(() => MessageType)
export class MessageDeliveryResolver {
  @FieldResolver(() => DeliveryType, {
    nullable: true,
    description: 'How it travels; null for what was not sent from here.',
  })
  delivery(@Root() message: Message, @Ctx() ctx: RequestContext): Promise<Letter | null> | null {
    return message.authorId && message.isPublic ? ctx.load(lettersBySubject, message.id) : null;
  }

  @Special()
  @FieldResolver(() => [AttachmentType], {
    description: 'Files that came or went with it. A plain list: at most 20.',
  })
  attachments(@Root() { sourceId, sourceKey }: Message, @Ctx() ctx: RequestContext): Promise<Attachment[]> {
    return ctx.load(attachmentsByMessage, { sourceId, sourceKey });
  }

  @Internal()
  @FieldResolver(() => Boolean, { description: 'Whether the viewer wrote it here.' })
  isMine(@Root() message: Message, @Ctx() ctx: RequestContext): boolean {
    return ctx.viewer.id !== null && message.authorId === ctx.viewer.id;
  }
}
