import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { mayReadRawRows } from '#modules/access';
import { type Source, SourceType, sourcesById } from '#modules/sources';
import {
  After,
  type Connection,
  Internal,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readNumberCursor,
  readPlaceCursor,
  writeCursor,
} from '#platform/graphql';
import { subjectsAtHand } from '../at-hand.ts';
import { importsById } from '../data/imports.ts';
import { triedRows } from '../data/tried-rows.ts';
import { rejectedRows, type UnreadableRow } from '../data/unreadable.ts';
import { audienceOf } from '../domain/audience-of.ts';
import { type ImportFile, progressOf } from '../domain/import.ts';
import type { RowOutcome, TriedRow } from '../domain/tried-rows.ts';
import { shownCause } from './cause.type.ts';
import { FileProblemType, shownProblem } from './file-problem.type.ts';
import { ImportFileType } from './import-file.type.ts';
import {
  FileReadingType,
  FormatGuessType,
  ImportAudienceType,
  ImportColumnType,
  ImportFormatType,
  PreviewRowConnection,
  type PreviewRowType,
  RejectedRowConnection,
  type RejectedRowType,
  RowOutcomeEnum,
} from './import-parts.type.ts';

const formatNamed = (name: string | null): ImportFormatType | null =>
  subjectsAtHand().formats.find((format) => format.name === name) ?? null;

const rejectedOf = ({ line, columnName, code, message, raw }: UnreadableRow): RejectedRowType => ({
  line: line ?? 0,
  column: columnName,
  code,
  message,
  raw,
});

const previewOf = (row: TriedRow): PreviewRowType => ({ ...row, causes: row.causes.map(shownCause) });

const mayReadRows = async (file: ImportFile, ctx: RequestContext): Promise<boolean> =>
  mayReadRawRows(ctx.viewer, (await ctx.load(importsById, file.importId))?.createdBy ?? null);

/** What hangs on a file of an import. */
@Resolver(() => ImportFileType)
export class ImportFileResolver {
  @Internal()
  @FieldResolver(() => ImportFormatType, {
    nullable: true,
    description: 'What kind of export it is, once that is known.',
  })
  format(@Root() file: ImportFile): ImportFormatType | null {
    return formatNamed(file.format);
  }

  @Internal()
  @FieldResolver(() => [FormatGuessType], {
    description: 'What it could be, surest first. A plain list: a few at most.',
  })
  formatGuesses(@Root() file: ImportFile): FormatGuessType[] {
    return file.guesses.flatMap(({ format, confidence }) => {
      const known = formatNamed(format);
      return known ? [{ format: known, confidence }] : [];
    });
  }

  @Internal()
  @FieldResolver(() => SourceType, { nullable: true, description: 'The system it came from.' })
  source(@Root() file: ImportFile, @Ctx() ctx: RequestContext): Promise<Source | null> | null {
    return file.sourceId ? ctx.load(sourcesById, file.sourceId) : null;
  }

  @Internal()
  @FieldResolver(() => FileReadingType, {
    nullable: true,
    description: 'How it is read; null when it cannot be.',
  })
  reading(@Root() file: ImportFile): FileReadingType | null {
    return file.reading;
  }

  @Internal()
  @FieldResolver(() => ImportAudienceType, {
    nullable: true,
    description:
      'Where the file that a row is in is its consent, which file it is; null for every other kind of export.',
  })
  audience(@Root() file: ImportFile): ImportAudienceType | null {
    return audienceOf(file, subjectsAtHand().formats);
  }

  @Personal()
  @FieldResolver(() => [ImportColumnType], {
    description: 'Its columns. A plain list: as many as its header names.',
  })
  async columns(@Root() file: ImportFile, @Ctx() ctx: RequestContext): Promise<ImportColumnType[]> {
    const format = subjectsAtHand().formats.find(({ name }) => name === file.format);
    const mapping =
      file.reading?.mapping ?? format?.guessMapping?.(file.columns.map(({ name }) => name)) ?? {};
    const mapped = new Map(
      Object.entries(mapping).flatMap(([field, columns]) =>
        [columns].flat().map((column) => [column, field] as const),
      ),
    );
    const samples = (await mayReadRows(file, ctx)) ? {} : { samples: [] };
    return file.columns.map((column) => ({
      ...column,
      ...samples,
      mappedTo: mapped.get(column.name) ?? null,
    }));
  }

  @Personal()
  @FieldResolver(() => FileProblemType, {
    nullable: true,
    description: '`problem` in parts; nothing for a sentence that has none.',
  })
  trouble(@Root() file: ImportFile): FileProblemType | null {
    return shownProblem(file.problem);
  }

  @Internal()
  @FieldResolver(() => Float, { description: 'How much of it is done, 0–1.' })
  progress(@Root() file: ImportFile): number {
    return progressOf(file);
  }

  @Personal()
  @FieldResolver(() => RejectedRowConnection, {
    description:
      'Rows that were not taken in, by line: for whoever brought the file, and for privacy officers. Everybody else sees none.',
  })
  async rejected(
    @Root() file: ImportFile,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<RejectedRowType>> {
    const size = pageSize(first, 50);
    const [line, id] = after ? readNumberCursor(after) : [];
    const place = line !== undefined && id !== undefined ? { line, id } : null;
    const rows = (await mayReadRows(file, ctx)) ? await rejectedRows(ctx.db, file.id, size, place) : [];
    const page = pageOf(rows, size, (row) => writeCursor([row.line ?? 0, row.id]), after);
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, node: rejectedOf(edge.node) })) };
  }

  @Personal()
  @FieldResolver(() => PreviewRowConnection, {
    description:
      'What each of its rows would do, in their order, from a dry run until it is read otherwise or runs: for whoever brought the file, and for privacy officers. Everybody else sees none.',
  })
  async previewRows(
    @Root() file: ImportFile,
    @Ctx() ctx: RequestContext,
    @Arg('outcome', () => RowOutcomeEnum, {
      nullable: true,
      description: 'Only rows that come to this; without it, all.',
    })
    outcome: RowOutcome | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many: 1 to 100.' }) first: number,
    @After() after: string | null,
  ): Promise<Connection<PreviewRowType>> {
    const size = pageSize(first, 50);
    const place = after ? readPlaceCursor(after) : 0;
    const rows = (await mayReadRows(file, ctx))
      ? await triedRows(ctx.reads, file.id, { outcome, first: size, after: place })
      : [];
    const page = pageOf(rows, size, ({ position }) => writeCursor([position]), after);
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, node: previewOf(edge.node) })) };
  }
}
