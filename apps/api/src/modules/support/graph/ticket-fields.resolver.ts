import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Internal, Personal, type RequestContext } from '#platform/graphql';
import { teamsById } from '../data/desk.ts';
import { allFields, fieldsForEach } from '../data/ticket-fields.ts';
import type { ShownTicket } from '../data/tickets.ts';
import type { Macro } from '../domain/desk.ts';
import { type FieldAnswer, fieldAnswer, fieldsOfTicket } from '../domain/field-answer.ts';
import { fitValue } from '../domain/fit-value.ts';
import type { TicketField } from '../domain/ticket-field.ts';
import { orderTicketFields, putAwayField, saveTicketField } from '../save-ticket-field.ts';
import { answer } from './answer.ts';
import { MacroType, TeamType } from './desk.type.ts';
import { TicketType } from './ticket.type.ts';
import {
  FieldValueType,
  SaveTicketFieldInput,
  TicketFieldResult,
  TicketFieldsResult,
  TicketFieldType,
} from './ticket-field.type.ts';

/** Fields that a house adds to its tickets: which there are, and how they are kept. */
@Resolver(() => TicketFieldType)
export class TicketFieldsResolver {
  @Internal()
  @Query(() => [TicketFieldType], {
    description:
      'Fields of one’s own, in their order, those that were put away too. A plain list: a few dozen.',
  })
  ticketFields(@Ctx() ctx: RequestContext): Promise<TicketField[]> {
    return allFields(ctx.db);
  }

  @Internal()
  @FieldResolver(() => Boolean)
  isPutAway(@Root() { removedAt }: TicketField): boolean {
    return removedAt !== null;
  }

  @Internal()
  @FieldResolver(() => [TeamType], {
    description: 'Only for tickets of these teams; none: of all. A plain list: our teams.',
  })
  async teams(@Root() { teamIds }: TicketField, @Ctx() ctx: RequestContext) {
    const teams = await Promise.all(teamIds.map((id) => ctx.load(teamsById, id)));
    return teams.filter((team) => team !== null);
  }

  @Internal()
  @Mutation(() => TicketFieldResult, { description: 'Keeps a field of one’s own for tickets.' })
  async saveTicketField(
    @Arg('input', () => SaveTicketFieldInput) { id, ...input }: SaveTicketFieldInput,
    @Ctx() ctx: RequestContext,
  ) {
    const wish = {
      name: input.name,
      kind: input.kind,
      dataClass: input.dataClass,
      isRequiredToSolve: input.isRequiredToSolve ?? false,
      aliases: input.aliases ?? [],
      teamIds: input.teamIds ?? [],
      types: input.types ?? [],
      options: (input.options ?? []).map(({ value, label, isRemoved }) => ({
        ...(value ? { value } : {}),
        label,
        isRemoved: isRemoved ?? false,
      })),
    };
    return answer(
      ctx,
      await ctx.db.transaction((tx) => saveTicketField(tx, ctx.viewer, id ?? null, wish, new Date())),
    );
  }

  @Internal()
  @Mutation(() => TicketFieldResult, {
    description:
      'Puts a field away; what stands in it stays with the tickets. `putBackTicketField` brings it back.',
  })
  async putAwayTicketField(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => putAwayField(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => TicketFieldResult, { description: 'Brings a field back that was put away.' })
  async putBackTicketField(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => putAwayField(tx, ctx.viewer, id, null)));
  }

  @Internal()
  @Mutation(() => TicketFieldsResult, { description: 'Puts the fields into another order.' })
  async orderTicketFields(
    @Arg('ids', () => [ID], { description: 'In this order; those that are missing come after them.' })
    ids: string[],
    @Ctx() ctx: RequestContext,
  ) {
    const said = answer(ctx, await ctx.db.transaction((tx) => orderTicketFields(tx, ctx.viewer, ids)));
    return Array.isArray(said) ? { fields: said, count: said.length } : said;
  }
}

/** What stands in the fields of a ticket. */
@Resolver(() => TicketType)
export class TicketFieldValuesResolver {
  @Personal()
  @FieldResolver(() => [FieldValueType], {
    description:
      'What stands in fields of one’s own: those for its team and type, filled in or not, and others that are filled in. A plain list: at most 60.',
  })
  async fields(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<FieldAnswer[]> {
    return fieldsOfTicket(ticket, await ctx.load(fieldsForEach, 'all'));
  }
}

/** What a macro writes into fields. */
@Resolver(() => MacroType)
export class MacroFieldsResolver {
  @Internal()
  @FieldResolver(() => [FieldValueType], {
    description: 'What is written into fields of one’s own when it is sent. A plain list: a few.',
  })
  async fields(@Root() { change }: Macro, @Ctx() ctx: RequestContext): Promise<FieldAnswer[]> {
    const said = change.fields ?? {};
    if (Object.keys(said).length === 0) return [];
    const fields = await ctx.load(fieldsForEach, 'all');
    return fields.flatMap((field) => {
      const word = said[field.key];
      if (word === undefined || field.removedAt) return [];
      const fitted = word === null ? null : fitValue(field, word);
      return fitted && !fitted.ok ? [] : [fieldAnswer(field, fitted?.value, null)];
    });
  }
}
