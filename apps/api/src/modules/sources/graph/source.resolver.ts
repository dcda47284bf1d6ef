import { Ctx, Query, Resolver } from 'type-graphql';
import { Internal, type RequestContext } from '#platform/graphql';
import { allSources } from '../data/sources.ts';
import type { Source } from '../domain/source.ts';
import { SourceType } from './source.type.ts';

/** Which systems tell us things. */
@Resolver(() => SourceType)
export class SourceResolver {
  @Internal()
  @Query(() => [SourceType], {
    description: 'Every system that tells us things, by name. A plain list: there are a handful.',
  })
  sources(@Ctx() ctx: RequestContext): Promise<Source[]> {
    return allSources(ctx.db);
  }
}
