import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { CustomerFilterInput } from '#modules/customers';
import {
  DateTime,
  Internal,
  mistake,
  type RefusalType,
  type RequestContext,
  refused,
  resultOf,
} from '#platform/graphql';
import { discardDraft, publishMap, saveDraft, setArchived } from '../change-map.ts';
import { versionsOfMaps } from '../data/maps.ts';
import { compareMaps } from '../domain/compare-maps.ts';
import type { JourneyMap } from '../domain/journey-map.ts';
import { type MapVersion, mainMapId, usualMain } from '../domain/map-version.ts';
import type { JourneyRefusal } from '../domain/override.ts';
import type { Split } from '../domain/segment.ts';
import { readFigures } from '../read-figures.ts';
import { documentOf, JourneySplitEnum, SaveJourneyInput } from './journey.input.ts';
import { JourneyFiguresType, JourneyType, type JourneyVersionType } from './journey.type.ts';

const JourneyResult = resultOf('JourneyResult', () => JourneyType, 'Journey');

type Version = Pick<MapVersion, 'number' | 'document'> & Partial<MapVersion>;

function shown({ number, document: map, savedAt, savedBy, publishedAt }: Version): JourneyVersionType {
  return {
    number,
    name: map.name,
    stages: map.stages.map((key) => ({
      key,
      label: map.labels[key] ?? null,
      memory: map.memories[key]?.sentence ?? null,
      memoryValence: map.memories[key]?.valence ?? null,
    })),
    facts: Object.entries(map.facts).map(([kind, { stage, points, hard }]) => ({
      kind,
      stage,
      points,
      isHard: hard,
    })),
    halfLifeDays: map.halfLifeDays,
    enterFrom: map.enterFrom,
    hysteresis: map.hysteresis,
    dormantAfterDays: map.dormantAfterDays,
    overridePoints: map.overridePoints,
    savedAt: savedAt ?? null,
    savedBy: savedBy ?? null,
    publishedAt: publishedAt ?? null,
  };
}

const usual: Version = { number: usualMain.number, document: usualMain.map };

function journeyOf(id: string, versions: readonly MapVersion[]): JourneyType {
  const published = versions.filter(({ publishedAt }) => publishedAt);
  const isMain = id === mainMapId;
  const live: Version | undefined = published[0] ?? (isMain ? usual : undefined);
  const draft = versions.find(({ publishedAt }) => !publishedAt);
  const nothing: JourneyMap | undefined = draft && {
    ...draft.document,
    stages: [],
    facts: {},
    labels: {},
    memories: {},
  };
  return Object.assign(new JourneyType(), {
    id,
    isMain,
    live: live ? shown(live) : null,
    draft: draft ? shown(draft) : null,
    changes: draft && nothing ? compareMaps(live?.document ?? nothing, draft.document) : [],
    versions: [...published.map(shown), ...(isMain ? [shown(usual)] : [])],
  });
}

/** Journeys: what they are, what they become, and who is where on them. */
@Resolver()
export class JourneyResolver {
  @Internal()
  @Query(() => [JourneyType], {
    description: 'The journeys in use, the main one first. A plain list: there are a handful.',
  })
  async journeys(@Ctx() ctx: RequestContext): Promise<JourneyType[]> {
    const versions = await versionsOfMaps(ctx.db);
    const ids = [...new Set([mainMapId, ...versions.map(({ mapId }) => mapId)])];
    return ids.map((id) =>
      journeyOf(
        id,
        versions.filter(({ mapId }) => mapId === id),
      ),
    );
  }

  @Internal()
  @Query(() => JourneyFiguresType, {
    nullable: true,
    description:
      'Who is where on a journey, where people go, how long they stay; nothing when there is no such journey.',
  })
  journeyFigures(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'The journey; the main one when missing.' })
    id?: string | null,
    @Arg('filter', () => CustomerFilterInput, {
      nullable: true,
      description: 'Of whom; of everybody without it.',
    })
    filter?: CustomerFilterInput | null,
    @Arg('from', () => DateTime, {
      nullable: true,
      description: 'Only stays that began after this moment; who is there now is counted always.',
    })
    from?: Date | null,
    @Arg('split', () => JourneySplitEnum, { nullable: true, description: 'By what to compare.' })
    split?: Split | null,
  ): Promise<JourneyFiguresType | null> | null {
    if (id && !isId(id)) return null;
    if (filter?.companyId && !isId(filter.companyId))
      throw mistake('BAD_USER_INPUT', '`companyId` is no id.', { field: 'companyId' });
    return readFigures(
      ctx.reads,
      { mapId: id ?? null, filter: filter ?? null, from: from ?? null, split: split ?? null },
      new Date(),
    ).then(
      (figures) =>
        figures && {
          ...figures,
          stages: figures.stages.map(({ moved, ...stage }) => ({
            ...stage,
            moved: moved.p,
            movedLow: moved.lo,
            movedHigh: moved.hi,
          })),
          flows: figures.stages.flatMap(({ stage, next }) =>
            next.map(({ stage: to, ...one }) => ({ ...one, from: stage, to })),
          ),
        },
    );
  }

  @Internal()
  @Mutation(() => JourneyResult, {
    description: 'Keeps a draft of a journey. Nobody stands elsewhere because of it until it is published.',
  })
  async saveJourneyDraft(
    @Arg('input', () => SaveJourneyInput) input: SaveJourneyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const wish = { id: input.id ?? null, document: documentOf(input) };
    return this.#answer(ctx, await ctx.db.transaction((tx) => saveDraft(tx, ctx.viewer, wish, new Date())));
  }

  @Internal()
  @Mutation(() => JourneyResult, {
    description: 'Makes a draft count. Everybody is folded anew in the background.',
  })
  async publishJourney(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.#answer(ctx, await ctx.db.transaction((tx) => publishMap(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => JourneyResult, { description: 'Throws a draft away; what counts stays as it is.' })
  async discardJourneyDraft(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.#answer(ctx, await ctx.db.transaction((tx) => discardDraft(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => JourneyResult, {
    description: 'Puts another journey than the main one away, or takes it out again.',
  })
  async archiveJourney(
    @Arg('id', () => ID) id: string,
    @Arg('archived', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'False takes it out again.',
    })
    archived: boolean | null,
    @Ctx() ctx: RequestContext,
  ) {
    return this.#answer(
      ctx,
      await ctx.db.transaction((tx) => setArchived(tx, ctx.viewer, id, archived ?? true, new Date())),
    );
  }

  async #answer(
    ctx: RequestContext,
    outcome: Result<string, JourneyRefusal>,
  ): Promise<JourneyType | RefusalType> {
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    const versions = await versionsOfMaps(ctx.db);
    return journeyOf(
      outcome.value,
      versions.filter(({ mapId }) => mapId === outcome.value),
    );
  }
}
