import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Result } from '#kernel/result';
import { Internal, type RefusalType, type RequestContext } from '#platform/graphql';
import { attendTicket } from '../attend-ticket.ts';
import { changeTickets, followTicket } from '../change-tickets.ts';
import { ticketsById } from '../data/tickets.ts';
import { type DeskRefusal, type Doing, noSuchTicket } from '../domain/desk.ts';
import type { Ticket } from '../domain/ticket.ts';
import { linkTickets, mergeTickets, unmergeTicket } from '../merge-tickets.ts';
import { openTicket } from '../open-ticket.ts';
import { addTicketNote, replyToTicket, type Written } from '../reply-to-ticket.ts';
import { splitTicket } from '../split-ticket.ts';
import { takeBackMessage } from '../take-back-reply.ts';
import { answer, changeOf } from './answer.ts';
import { NewTicketInput, NewTicketWordsInput, TicketChangeInput } from './desk.input.ts';
import {
  ChangedTicketsResult,
  type ChangedTicketsType,
  DoingEnum,
  TicketResult,
  TicketWritingResult,
} from './desk.type.ts';
import { TicketType } from './ticket.type.ts';

/** The ticket as it is shown, read again after it was changed. */
async function shown(
  ctx: RequestContext,
  outcome: Result<Pick<Ticket, 'id'>, DeskRefusal>,
): Promise<object | RefusalType> {
  const said = answer(ctx, outcome);
  return 'id' in said ? ((await ctx.load(ticketsById, said.id)) as object) : said;
}

async function writing(ctx: RequestContext, outcome: Result<Written, DeskRefusal>) {
  const said = answer(ctx, outcome);
  if (!('ticket' in said)) return said;
  return { written: said.message, ticket: await ctx.load(ticketsById, said.ticket.id) };
}

/** What agents do with tickets. */
@Resolver(() => TicketType)
export class TicketMovesResolver {
  @Internal()
  @Mutation(() => TicketResult, { description: 'Writes down a question that a customer asks us.' })
  async openTicket(@Arg('input', () => NewTicketInput) input: NewTicketInput, @Ctx() ctx: RequestContext) {
    const wish = { ...input, change: changeOf(input.change) };
    return shown(ctx, await ctx.db.transaction((tx) => openTicket(tx, ctx.viewer, wish, new Date())));
  }

  @Internal()
  @Mutation(() => ChangedTicketsResult, {
    description: 'Does something to tickets: to all of them, or to none.',
  })
  async changeTickets(
    @Arg('ids', () => [ID], { description: 'Which tickets, at most 200.' }) ids: string[],
    @Arg('change', () => TicketChangeInput, { description: 'What is done.' }) change: TicketChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangedTicketsType | RefusalType> {
    const outcome: Result<Ticket[], DeskRefusal> =
      ids.length > 200
        ? { ok: false, refusal: noSuchTicket }
        : await ctx.db.transaction((tx) => changeTickets(tx, ctx.viewer, ids, changeOf(change), new Date()));
    const said = answer(ctx, outcome);
    if (!Array.isArray(said)) return said;
    const tickets = await Promise.all(said.map(({ id }) => ctx.load(ticketsById, id)));
    return { tickets: tickets as unknown as TicketType[] };
  }

  @Internal()
  @Mutation(() => TicketWritingResult, {
    description: 'Answers the customer. It leaves after ten seconds; `takeBackMessage` stops it before.',
  })
  async replyToTicket(
    @Arg('input', () => NewTicketWordsInput) input: NewTicketWordsInput,
    @Ctx() ctx: RequestContext,
  ) {
    const wish = { ...input, change: changeOf(input.change) };
    return writing(ctx, await ctx.db.transaction((tx) => replyToTicket(tx, ctx.viewer, wish, new Date())));
  }

  @Internal()
  @Mutation(() => TicketWritingResult, {
    description: 'Writes a note among colleagues; the customer never sees it.',
  })
  async addTicketNote(
    @Arg('input', () => NewTicketWordsInput) input: NewTicketWordsInput,
    @Ctx() ctx: RequestContext,
  ) {
    const wish = { ...input, change: changeOf(input.change) };
    return writing(ctx, await ctx.db.transaction((tx) => addTicketNote(tx, ctx.viewer, wish, new Date())));
  }

  @Internal()
  @Mutation(() => TicketWritingResult, {
    description:
      'Takes back what one wrote: a note, or a reply that has not left, with all that was done with it. Answers with its words.',
  })
  async takeBackMessage(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return writing(ctx, await ctx.db.transaction((tx) => takeBackMessage(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => TicketResult, { description: 'Begins to follow a ticket, or ends it.' })
  async followTicket(
    @Arg('id', () => ID) id: string,
    @Arg('follow', () => Boolean, { description: 'False ends it.' }) follow: boolean,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(ctx, await ctx.db.transaction((tx) => followTicket(tx, ctx.viewer, id, follow)));
  }

  @Internal()
  @Mutation(() => TicketResult, {
    description: 'Lets one ticket go on in another of the same customer, and answers with that one.',
  })
  async mergeTickets(
    @Arg('id', () => ID) id: string,
    @Arg('intoId', () => ID, { description: 'The ticket in which it goes on.' }) intoId: string,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(ctx, await ctx.db.transaction((tx) => mergeTickets(tx, ctx.viewer, id, intoId, new Date())));
  }

  @Internal()
  @Mutation(() => TicketResult, { description: 'Gives a merged ticket its own thread back.' })
  async unmergeTicket(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return shown(ctx, await ctx.db.transaction((tx) => unmergeTicket(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => TicketResult, {
    description: 'Makes a ticket of its own out of messages that are about another matter.',
  })
  async splitTicket(
    @Arg('id', () => ID) id: string,
    @Arg('messageIds', () => [ID], { description: 'The messages that begin the other matter.' })
    messageIds: string[],
    @Arg('subject', () => String, { description: 'What the new ticket is about.' }) subject: string,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(
      ctx,
      await ctx.db.transaction((tx) => splitTicket(tx, ctx.viewer, { id, messageIds, subject }, new Date())),
    );
  }

  @Internal()
  @Mutation(() => TicketResult, {
    description: 'Says that two tickets belong together, or that they do not.',
  })
  async linkTickets(
    @Arg('id', () => ID) id: string,
    @Arg('otherId', () => ID, { description: 'The other ticket.' }) otherId: string,
    @Arg('together', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'False takes the link away.',
    })
    together: boolean | null,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(
      ctx,
      await ctx.db.transaction((tx) =>
        linkTickets(tx, ctx.viewer, id, otherId, together ?? true, new Date()),
      ),
    );
  }

  @Internal()
  @Mutation(() => TicketType, {
    nullable: true,
    description: 'Says what one does at a ticket that is open before one; without it, that one left.',
  })
  async attendTicket(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('doing', () => DoingEnum, { nullable: true, description: 'What one does; null: one left.' })
    doing?: Doing | null,
  ) {
    const known = await ctx.db.transaction((tx) =>
      attendTicket(tx, ctx.viewer, id, doing ?? null, new Date()),
    );
    ctx.forget();
    return known ? ctx.load(ticketsById, id) : null;
  }
}
