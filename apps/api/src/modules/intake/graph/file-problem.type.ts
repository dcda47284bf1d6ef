import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Personal } from '#platform/graphql';
import { type FileProblemCode, fileProblemCodes, problemIn } from '../domain/file-problem.ts';
import { CauseValueType, valuesOf } from './cause.type.ts';

/** Why a file or an import cannot go on, as the world sees it. */
export const FileProblemCodeEnum = Object.fromEntries(fileProblemCodes.map((code) => [code, code])) as Record<
  FileProblemCode,
  FileProblemCode
>;
registerEnumType(FileProblemCodeEnum, {
  name: 'FileProblemCode',
  description: 'Why a file cannot be read, or an import cannot go on.',
  valuesConfig: {
    EMPTY: { description: 'It holds nothing.' },
    WORKBOOK: { description: 'It is an Excel workbook.' },
    ARCHIVE: { description: 'It is an archive or compressed.' },
    PDF: { description: 'It is a PDF.' },
    MARKUP: { description: 'It is XML or HTML.' },
    ONE_OBJECT: { description: 'It is one JSON object and no list.' },
    BAD_HEADER: { description: 'Its header cannot be read.' },
    TOO_MANY_COLUMNS: { description: 'It has `count` columns, more than `most`.' },
    RESERVED_COLUMN: { description: 'No column may be called `column`.' },
    DUPLICATE_COLUMN: { description: 'Two columns are called `column`.' },
    UNKNOWN_EXPORT: { description: 'Nobody knows what kind of export `file` is.' },
    GONE: { description: '`file` is no longer where it was.' },
    REPEATS_TICKETS: { description: 'Audits repeat what tickets and comments say.' },
    SERVICE_SETTINGS: { description: 'It holds settings of a help desk and tells nothing of customers.' },
    AUDIENCE_SETTINGS: { description: 'It holds the settings of audiences and no members.' },
    SEGMENT_SETTINGS: { description: 'It says how many members a segment has and not who they are.' },
    STOPPED: { description: 'Something unforeseen stopped it: `detail`, in English.' },
  },
});

/** A problem in parts. */
@Personal()
@ObjectType('FileProblem', {
  description: 'Why a file cannot be read, or an import cannot go on, in parts: to be said in any language.',
})
export class FileProblemType {
  @Field(() => FileProblemCodeEnum, { description: 'For programs.' })
  code: FileProblemCode;

  @Field(() => [CauseValueType], { description: 'What it is about. A plain list: two at most.' })
  values: CauseValueType[];
}

/** What a sentence says, as the world sees it. */
export function shownProblem(sentence: string | null): FileProblemType | null {
  const problem = problemIn(sentence);
  return problem && { code: problem.code, values: valuesOf(problem.values) };
}
