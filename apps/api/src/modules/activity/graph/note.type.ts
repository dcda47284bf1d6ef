import { Field, ObjectType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import type { Department } from '#modules/house';
import { connectionOf, DateTime, Internal, Node, Personal, Special } from '#platform/graphql';
import type { Note } from '../domain/note.ts';

/** What the world sees of a note. */
@Personal()
@ObjectType('Note', { implements: Node, description: 'What one of us wrote down about a customer.' })
export class NoteType
  extends Node
  implements Pick<Note, 'id' | 'body' | 'authorName' | 'department' | 'forDepartmentOnly' | 'at'>
{
  @Special()
  @Field(() => String, { description: 'What they wrote.' })
  body: string;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  authorName: string | null;

  @Internal()
  @Field(() => DepartmentEnum, { nullable: true, description: 'The department they wrote it in.' })
  department: Department | null;

  @Internal()
  @Field(() => Boolean, {
    description: 'Whether only that department and the author see it; such a note is not on the timeline.',
  })
  forDepartmentOnly: boolean;

  @Internal()
  @Field(() => DateTime, { description: 'When it was written.' })
  at: Date;
}

export const [NoteEdge, NoteConnection] = connectionOf(() => NoteType, 'Note');
