import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { isId } from '#kernel/id';
import { Internal, mistake, type RequestContext } from '#platform/graphql';
import type { ImportRun } from '../domain/import.ts';
import { watchImport } from '../watch-import.ts';
import { ImportType } from './import.type.ts';

/** Imports, live. */
@Resolver()
export class ImportChangedResolver {
  @Internal()
  @Subscription(() => ImportType, {
    description: 'An import got further, or stands elsewhere now. Begins with how it is.',
    subscribe: ({ args, context }: { args: { id: string }; context: RequestContext }) => {
      if (!isId(args.id)) throw mistake('NOT_FOUND', 'There is no such import.');
      return watchImport(context.db, args.id);
    },
  })
  importChanged(
    @Root() run: ImportRun,
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID) _id: string,
  ): ImportRun {
    ctx.forget();
    return run;
  }
}
