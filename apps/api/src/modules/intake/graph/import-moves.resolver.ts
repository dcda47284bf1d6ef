import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import { Internal, type RequestContext, refused } from '#platform/graphql';
import { subjectsAtHand } from '../at-hand.ts';
import { changeReading } from '../change-reading.ts';
import { importsById } from '../data/imports.ts';
import { startWork } from '../import-work.ts';
import { askToCheck, askToRun, cancelImport } from '../move-import.ts';
import { type ImportRefusal, prepareImport } from '../prepare-import.ts';
import { undoImport } from '../undo-import.ts';
import { FileReadingInput } from './file-reading.input.ts';
import { ImportResult } from './import.type.ts';

type Move = (tx: Tx) => Promise<Result<string, ImportRefusal>>;

const refusalOf = ({ code, message, field }: ImportRefusal) => refused(code, message, field ?? null);

async function carryOut(ctx: RequestContext, action: string, move: Move) {
  const result = await ctx.db.transaction(async (tx) => {
    const moved = await move(tx);
    if (moved.ok)
      await recordAudit(tx, ctx.viewer, { action, subjectType: 'Import', subjectId: moved.value });
    return moved;
  });
  if (!result.ok) return refusalOf(result.refusal);
  ctx.forget();
  const [run] = await importsById(ctx.db, [result.value]);
  return run ?? refused('IMPORT_MISSING', 'There is no such import.');
}

const noImport = () => refused('IMPORT_MISSING', 'There is no such import.', 'id');

/** What people do with imports: one mutation for each move. */
@Resolver()
export class ImportMovesResolver {
  @Internal()
  @Mutation(() => ImportResult, { description: 'Gathers uploaded files into one import.' })
  async prepareImport(
    @Arg('fileIds', () => [ID], { description: 'What the upload of each file answered.' }) fileIds: string[],
    @Ctx() ctx: RequestContext,
  ) {
    if (fileIds.length > 200 || !fileIds.every(isId))
      return refused('FILE_MISSING', 'One of these files was never uploaded.', 'fileIds');
    const createdBy = ctx.viewer.kind === 'user' ? ctx.viewer.id : null;
    return carryOut(ctx, 'prepare-import', (tx) => prepareImport(tx, subjectsAtHand(), fileIds, createdBy));
  }

  @Internal()
  @Mutation(() => ImportResult, {
    description: 'Changes how a file is read, and remembers it for the next file with the same header.',
  })
  async changeReading(
    @Arg('input', () => FileReadingInput) input: FileReadingInput,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(input.fileId)) return refused('FILE_MISSING', 'There is no such file.', 'fileId');
    return carryOut(ctx, 'change-reading', (tx) => changeReading(tx, subjectsAtHand(), input));
  }

  @Internal()
  @Mutation(() => ImportResult, {
    description: 'The dry run: tells in the background what each row would do, and leaves nothing behind.',
  })
  async checkImport(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    if (!isId(id)) return noImport();
    return carryOut(ctx, 'check-import', async (tx) => {
      const asked = await askToCheck(tx, id);
      if (asked.ok) tx.afterCommit(() => startWork(ctx.db, subjectsAtHand(), id));
      return asked;
    });
  }

  @Internal()
  @Mutation(() => ImportResult, {
    description: 'Takes the rows in, in the background. One that stopped goes on from where it is.',
  })
  async runImport(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    if (!isId(id)) return noImport();
    return carryOut(ctx, 'run-import', async (tx) => {
      const asked = await askToRun(tx, id);
      if (asked.ok) tx.afterCommit(() => startWork(ctx.db, subjectsAtHand(), id));
      return asked;
    });
  }

  @Internal()
  @Mutation(() => ImportResult, {
    description: 'Stops an import; what was taken in stays and can be undone.',
  })
  async cancelImport(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return isId(id) ? carryOut(ctx, 'cancel-import', (tx) => cancelImport(tx, id)) : noImport();
  }

  @Internal()
  @Mutation(() => ImportResult, {
    description: 'Takes back everything an import did, as if it had not happened.',
  })
  async undoImport(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return isId(id) ? carryOut(ctx, 'undo-import', (tx) => undoImport(tx, subjectsAtHand(), id)) : noImport();
  }
}
