import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { Internal, Personal, type RequestContext } from '#platform/graphql';
import { filesByImport } from '../data/imports.ts';
import { userNames } from '../data/user-names.ts';
import { type ImportFile, type ImportRun, mayDo, progressOf, sumCounts } from '../domain/import.ts';
import { FileProblemType, shownProblem } from './file-problem.type.ts';
import { ImportType } from './import.type.ts';
import { ImportFileType } from './import-file.type.ts';
import { ImportCountsType } from './import-parts.type.ts';

/** What hangs on an import. */
@Resolver(() => ImportType)
export class ImportResolver {
  @Personal()
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who prepared it; nobody for imports of the command line.',
  })
  async createdByName(@Root() run: ImportRun, @Ctx() ctx: RequestContext): Promise<string | null> {
    return run.createdBy ? ctx.load(userNames, run.createdBy) : null;
  }

  @Internal()
  @FieldResolver(() => [ImportFileType], {
    description: 'Its files in the order in which they are read. A plain list: people drop a handful.',
  })
  files(@Root() run: ImportRun, @Ctx() ctx: RequestContext): Promise<ImportFile[]> {
    return ctx.load(filesByImport, run.id);
  }

  @Internal()
  @FieldResolver(() => ImportCountsType, { description: 'The counts of all files together.' })
  async totals(@Root() run: ImportRun, @Ctx() ctx: RequestContext): Promise<ImportCountsType> {
    return sumCounts((await ctx.load(filesByImport, run.id)).map(({ counts }) => counts));
  }

  @Personal()
  @FieldResolver(() => FileProblemType, {
    nullable: true,
    description: '`problem` in parts; nothing for a sentence that has none.',
  })
  trouble(@Root() run: ImportRun): FileProblemType | null {
    return shownProblem(run.problem);
  }

  @Internal()
  @FieldResolver(() => Float, {
    description: 'How much is done, 0–1; 0 as long as nobody has counted the rows.',
  })
  async progress(@Root() run: ImportRun, @Ctx() ctx: RequestContext): Promise<number> {
    const files = await ctx.load(filesByImport, run.id);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return bytes === 0 ? 0 : files.reduce((sum, file) => sum + progressOf(file) * file.bytes, 0) / bytes;
  }

  @Internal()
  @FieldResolver(() => Boolean, { description: 'Whether it did something that can be taken back.' })
  canBeUndone(@Root() run: ImportRun): boolean {
    return mayDo('undo', run.status);
  }
}
