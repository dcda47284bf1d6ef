import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { Internal, type RefusalType, type RequestContext, refused, resultOf } from '#platform/graphql';
import { addNote } from '../add-note.ts';
import { editNote, removeNote, restoreNote } from '../change-note.ts';
import { mayChangeNote, type Note } from '../domain/note.ts';
import { type ActivityRefusal, noSuchCustomer } from '../domain/refusals.ts';
import { NewNoteInput } from './inputs.ts';
import { NoteType } from './note.type.ts';

const NoteResult = resultOf('NoteResult', () => NoteType, 'Note');

const answer = (ctx: RequestContext, outcome: Result<Note, ActivityRefusal>): Note | RefusalType => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
};

/** Notes: what may be done with them, and doing it. */
@Resolver(() => NoteType)
export class NoteResolver {
  @Internal()
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may change or remove it: who wrote it may.',
  })
  canEdit(@Root() note: Note, @Ctx() ctx: RequestContext): boolean {
    return mayChangeNote(note, { userId: ctx.viewer.id, department: ctx.viewer.department });
  }

  @Internal()
  @Mutation(() => NoteResult, { description: 'Writes down something about a customer.' })
  async addNote(@Arg('input', () => NewNoteInput) input: NewNoteInput, @Ctx() ctx: RequestContext) {
    if (!isId(input.customerId)) return answer(ctx, { ok: false, refusal: noSuchCustomer });
    const wish = { ...input, forDepartmentOnly: input.forDepartmentOnly ?? false };
    return answer(ctx, await ctx.db.transaction((tx) => addNote(tx, ctx.viewer, wish, new Date())));
  }

  @Internal()
  @Mutation(() => NoteResult, { description: 'Puts other words in a note of one’s own.' })
  async editNote(
    @Arg('id', () => ID) id: string,
    @Arg('body', () => String, { description: 'The new words.' }) body: string,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await ctx.db.transaction((tx) => editNote(tx, ctx.viewer, id, body)));
  }

  @Internal()
  @Mutation(() => NoteResult, { description: 'Takes away a note of one’s own; `restoreNote` puts it back.' })
  async removeNote(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeNote(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => NoteResult, { description: 'Puts back a note that one took away.' })
  async restoreNote(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => restoreNote(tx, ctx.viewer, id)));
  }
}
