import { Field, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, Internal, Node, resultOf } from '#platform/graphql';
import type { ImportRun } from '../domain/import.ts';
import { ImportStatusEnum } from './import-parts.type.ts';

/** What the world sees of an import. */
@Internal()
@ObjectType('Import', {
  implements: Node,
  description: 'Files of other systems that were, or are to be, taken in together.',
})
export class ImportType extends Node implements Omit<ImportRun, 'createdBy'> {
  @Field(() => ImportStatusEnum, { description: 'Where it stands.' })
  status: ImportRun['status'];

  @Field(() => DateTime, { description: 'When it was prepared.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it first ran.' })
  startedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended, however it ended.' })
  finishedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it stopped, or what one of its files complains of.',
  })
  problem: string | null;
}

export const [ImportEdge, ImportConnection] = connectionOf(() => ImportType, 'Import');

export const ImportResult = resultOf('ImportResult', () => ImportType, 'Import');
