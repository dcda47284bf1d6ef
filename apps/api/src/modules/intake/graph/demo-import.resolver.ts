import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EntranceType } from '#modules/access';
import { Public, type RequestContext } from '#platform/graphql';
import { firstOwnImport } from '../data/imports.ts';
import type { ImportRun } from '../domain/import.ts';
import { ImportType } from './import.type.ts';

/** How far the demo company is, for who has not come in yet. */
@Resolver(() => EntranceType)
export class DemoImportResolver {
  @Public()
  @FieldResolver(() => ImportType, {
    nullable: true,
    description: 'The import that fills the demo, for who may enter it; null when there is none.',
  })
  demoImport(@Root() entrance: EntranceType, @Ctx() ctx: RequestContext): Promise<ImportRun | null> | null {
    return entrance.demo ? firstOwnImport(ctx.db) : null;
  }
}
