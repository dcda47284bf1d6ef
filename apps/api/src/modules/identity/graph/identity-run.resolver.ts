import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { recordAudit } from '#modules/access';
import { Internal, type RequestContext } from '#platform/graphql';
import { enqueue } from '#platform/jobs';
import { lastRuns, type StoredRun } from '../data/runs.ts';
import { lookAtEverybody } from '../look-at-everybody.ts';
import { IdentityRunType } from './identity-run.type.ts';

/** The last run over everybody, and asking for another one. */
@Resolver(() => IdentityRunType)
export class IdentityRunResolver {
  @Internal()
  @Query(() => IdentityRunType, {
    nullable: true,
    description: 'The last run over everybody; nothing before the first.',
  })
  async lastIdentityRun(@Ctx() ctx: RequestContext): Promise<IdentityRunType | null> {
    const [run] = await lastRuns(ctx.db, 1);
    return run ? shown(run) : null;
  }

  @Internal()
  @Mutation(() => Boolean, {
    description:
      'Asks for a run over everybody, as happens every night and after a large import. True once it is asked for; `lastIdentityRun` says what it came to.',
  })
  async lookAtEverybody(
    @Ctx() ctx: RequestContext,
    @Arg('publish', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        'Also when more moves than does from one run to the next: somebody has seen why the last one was held.',
    })
    publish?: boolean | null,
  ): Promise<boolean> {
    await ctx.db.transaction(async (tx) => {
      enqueue(tx, lookAtEverybody, { publish: publish ?? false }, { key: 'asked' });
      await recordAudit(tx, ctx.viewer, [
        { action: 'look-at-everybody', subjectType: 'IdentityRun', details: { publish } },
      ]);
    });
    return true;
  }
}

const shown = ({ id, madeAt, records, heldBecause, settings, report }: StoredRun): IdentityRunType => ({
  id,
  at: madeAt,
  records,
  customers: report.customers ?? null,
  agreement: report.agreement ?? null,
  raised: report.doubts ?? 0,
  dropped: report.dropped ?? 0,
  joined: report.linked ?? 0,
  parted: report.split ?? 0,
  undoId: report.runIds?.[0] ?? null,
  lessons: (settings.taught?.same ?? 0) + (settings.taught?.different ?? 0),
  heldBecause,
  settingsVersion: settings.version ?? 1,
});
