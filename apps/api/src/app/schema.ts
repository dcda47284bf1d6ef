import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { layNeighbours, type Manifest } from '#modules/house';
import { makeNodeResolver } from './node.resolver.ts';
import { makeTimelineSubjectResolver } from './timeline-subject.resolver.ts';

// TypeGraphQL asks for it as soon as there is a subscription; ours read the feed of changes themselves.
const noTopics = {
  publish: () => undefined,
  subscribe: (): never => {
    throw new Error('Subscriptions say themselves where their events come from: subscribe: () => …');
  },
};

/** Builds the GraphQL schema out of what the subjects bring to their doors. */
export function buildGraph(modules: readonly Manifest[]): GraphQLSchema {
  layNeighbours(modules);
  const resolvers = [
    makeNodeResolver(modules),
    makeTimelineSubjectResolver(modules),
    ...modules.flatMap((module) => module.resolvers ?? []),
  ];
  const schema = buildSchemaSync({
    // biome-ignore lint/complexity/noBannedTypes: TypeGraphQL types a class as Function
    resolvers: resolvers as NonEmptyArray<Function>,
    validate: false,
    nullableByDefault: false,
    pubSub: noTopics,
  });
  return lexicographicSortSchema(schema);
}
