import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { After, type Connection, First, Internal, pageSize, type RequestContext } from '#platform/graphql';
import { loadPage } from '#platform/pages';
import { interactionsByCustomer } from '../data/interactions.ts';
import { notePages, notesByCustomer } from '../data/notes.ts';
import { tasksByCustomer } from '../data/tasks.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Note } from '../domain/note.ts';
import type { Task } from '../domain/task.ts';
import { InteractionType } from './interaction.type.ts';
import { NoteConnection, NoteType } from './note.type.ts';
import { TaskType } from './task.type.ts';

/** What activity adds to the customer graph: `Customer.notes`, `.notesConnection`, `.tasks`, `.interactions`. */
@Resolver(() => CustomerType)
export class CustomerActivityResolver {
  @FieldResolver(() => [NoteType], {
    nullable: true,
    description:
      'The newest of what we wrote down. Notes for one department are seen by it and their author only.',
  })
  notes(
    @Root() customer: Customer,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Note[]> {
    return ctx.load(notesByCustomer, {
      customerId: customer.id,
      first: pageSize(first, 20),
      readerId: ctx.viewer.id,
      readerDepartment: ctx.viewer.department,
    });
  }

  @FieldResolver(() => NoteConnection, {
    nullable: true,
    description: 'All that we wrote down and the reader may see, newest first, page by page.',
  })
  notesConnection(
    @Root() customer: Customer,
    @First(20) first: number | null,
    @After() after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Note>> {
    const { id: reader, department } = ctx.viewer;
    return loadPage(ctx, notePages, { parent: customer.id, asked: { reader, department }, first, after });
  }

  @Internal()
  @FieldResolver(() => [TaskType], {
    nullable: true,
    description:
      'What is to do for them, by day. A plain list: at most 100, because nobody does more for one customer.',
  })
  tasks(
    @Root() customer: Customer,
    @Arg('includeDone', () => Boolean, {
      defaultValue: false,
      nullable: true,
      description: 'Also what is done, newest first, behind what is to do.',
    })
    includeDone: boolean | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Task[]> {
    return ctx.load(tasksByCustomer, { customerId: customer.id, includeDone: includeDone ?? false });
  }

  @FieldResolver(() => [InteractionType], {
    nullable: true,
    description: 'Calls, meetings and mails that were logged, newest first.',
  })
  interactions(
    @Root() customer: Customer,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Interaction[]> {
    return ctx.load(interactionsByCustomer, { customerId: customer.id, first: pageSize(first, 20) });
  }
}
