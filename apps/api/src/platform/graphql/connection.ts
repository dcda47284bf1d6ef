import { Arg, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Public } from './data-class.ts';
import { mistake } from './errors.ts';

/** Where a page of a connection stands (Relay cursor connections). */
@Public()
@ObjectType({ description: 'Where a page of a connection stands.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether some came before.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge of this page.' })
  startCursor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge: give it as `after` for the next page.',
  })
  endCursor?: string | null;
}

/** The argument `first` of a list: how many, and how many where nobody says. The resolver checks it by `pageSize`. */
export const First = (defaultValue: number): ReturnType<typeof Arg> =>
  Arg('first', () => Int, { nullable: true, defaultValue, description: 'How many: 1 to 100.' });

/** The argument `after` of a connection. */
export const After = (): ReturnType<typeof Arg> =>
  Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' });

/** A count that stops counting at a bound, because exact counts of millions cost more than they tell. */
@Public()
@ObjectType({ description: 'A count that stops at a bound: `isExact` tells whether it was reached.' })
export class BoundedCount {
  @Field(() => Int, { description: 'The count, or the bound.' })
  value: number;

  @Field(() => Boolean, { description: 'False when there are more than `value`.' })
  isExact: boolean;
}

/** One edge and its node, as plain values. */
export interface Edge<Value> {
  cursor: string;
  node: Value;
}

/** A page of a connection, as plain values. */
export interface Connection<Value> {
  edges: Edge<Value>[];
  pageInfo: PageInfo;
}

/** Makes the edge and connection types of a node type: `const [TicketEdge, TicketConnection] = connectionOf(TicketType, 'Ticket')`. */
export function connectionOf<Value extends object>(node: () => ClassType<Value>, name: string) {
  @Public()
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page, and where it stands.` })
  class EdgeType {
    @Field(() => String, { description: 'Opaque: where this edge stands.' })
    cursor: string;

    @Field(node, { description: 'The object itself.' })
    node: Value;
  }

  @Public()
  @ObjectType(`${name}Connection`, { description: `A page of ${name} objects.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The objects of this page, in order.' })
    edges: EdgeType[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo: PageInfo;
  }
  return [EdgeType, ConnectionType] as const;
}

/** Turns one row more than asked for into a page: the extra row only says that more follow. */
export function pageOf<Value>(
  rows: readonly Value[],
  first: number,
  cursorOf: (row: Value) => string,
  after?: string | null,
): Connection<Value> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Checks a page size: 1 to 100. */
export function pageSize(first: number | null | undefined, otherwise: number): number {
  const size = first ?? otherwise;
  if (!Number.isInteger(size) || size < 1 || size > 100)
    throw mistake('BAD_USER_INPUT', '`first` must be between 1 and 100.');
  return size;
}
