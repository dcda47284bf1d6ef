import { Field, Float, ObjectType } from 'type-graphql';
import { Internal, Node, Personal } from '#platform/graphql';
import { type ImportFile, noCounts } from '../domain/import.ts';
import { ImportCountsType, ImportStatusEnum } from './import-parts.type.ts';

/** What the world sees of a file of an import. */
@Internal()
@ObjectType('ImportFile', {
  implements: Node,
  description: 'A file of an import and what became of its rows.',
})
export class ImportFileType
  extends Node
  implements Pick<ImportFile, 'id' | 'name' | 'bytes' | 'counts' | 'status' | 'problem'>
{
  @Personal()
  @Field(() => String, { description: 'Its name where it came from.' })
  name: string;

  @Field(() => Float, { description: 'Its size in bytes.' })
  bytes: number;

  @Field(() => ImportCountsType, {
    description: 'What became of its rows; after a dry run, what would become of them.',
  })
  counts = noCounts;

  @Field(() => ImportStatusEnum, { description: 'Where it stands.' })
  status: ImportFile['status'];

  @Field(() => String, { nullable: true, description: 'Why it cannot be read, when it cannot.' })
  problem: string | null;
}
