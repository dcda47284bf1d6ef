import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createCache } from '../../apps/web/src/lib/graphql/cache.ts';
import { operationsOfTheWeb, schemaOfTheContract, type WebOperation } from './documents-of-the-web.ts';

const schema = schemaOfTheContract();
const cache = createCache();

/** What documents ask of one place in the cache: a field of a type, with its arguments. */
interface Place {
  of: string;
  field: string;
  type: string;
  /** By document: the fields asked for. */
  asked: Map<string, Set<string>>;
}

/**
 * The parts that have no id of their own, by the place where the cache keeps them. What one document brings there replaces what another
 * one brought, unless the cache joins them: whoever shows a field that is gone then waits for it, and a page that waits is hidden.
 */
function partsWithoutId(operations: readonly WebOperation[]): Place[] {
  const places = new Map<string, Place>();
  for (const { name, document } of operations) look(inOnePiece(document), name, places);
  return [...places.values()];
}

/** A document with what its fragments ask in their places. */
function inOnePiece(document: DocumentNode): DocumentNode {
  const isFragment = (one: { kind: string }): one is FragmentDefinitionNode =>
    one.kind === Kind.FRAGMENT_DEFINITION;
  const fragments = new Map(document.definitions.filter(isFragment).map((one) => [one.name.value, one]));
  const definitions = document.definitions.filter((one) => !isFragment(one));
  return visit(
    { kind: Kind.DOCUMENT, definitions },
    {
      FragmentSpread({ name: { value } }) {
        const { typeCondition, selectionSet } = fragments.get(value)!;
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
      },
    },
  );
}

/** Whether the cache knows an object of a type by a name of its own, wherever it stands. */
const hasName = (type: GraphQLObjectType): boolean =>
  cache.identify({
    __typename: type.name,
    ...Object.fromEntries(Object.keys(type.getFields()).map((name) => [name, 'some'])),
  }) !== undefined;

function look(asked: DocumentNode, document: string, places: Map<string, Place>): void {
  const info = new TypeInfo(schema);
  const above: (Place | null)[] = [];
  const spread = (place: Place | null, fields: readonly string[]) => {
    if (!place) return;
    const known = place.asked.get(document) ?? new Set();
    for (const field of fields) known.add(field);
    place.asked.set(document, known);
  };
  visit(
    asked,
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          const parent = info.getParentType()?.name ?? '';
          const type = getNamedType(info.getType());
          const args = (node.arguments ?? []).map((one) => print(one).replaceAll(/\$\w+/g, '$')).join(', ');
          spread(above.at(-1) ?? null, [`${node.name.value}(${args})`]);
          // What a mutation or a subscription answers is not kept under its own name.
          const isKept = parent !== 'Mutation' && parent !== 'Subscription';
          const isPart = isObjectType(type) && !hasName(type) && !/(Connection|Edge)$/.test(type.name);
          if (!node.selectionSet || !isKept || !isPart) return void above.push(null);
          const key = `${parent}.${node.name.value}(${args})`;
          const place = places.get(key) ?? {
            of: parent,
            field: node.name.value,
            type: type.name,
            asked: new Map(),
          };
          places.set(key, place);
          above.push(place);
        },
        leave() {
          above.pop();
        },
      },
    }),
  );
}

/** The places where one document takes from the cache what another one shows. */
function robbed(places: readonly Place[]): string[] {
  return places.flatMap(({ of, field, type, asked }) => {
    const all = new Set([...asked.values()].flatMap((fields) => [...fields]));
    const short = [...asked].filter(([, fields]) => fields.size < all.size);
    if (short.length === 0 || cache.policies.getMergeFunction(of, field, type)) return [];
    return `${of}.${field}: ${type} is asked for less in ${short.map(([name]) => name).join(', ')}`;
  });
}

describe('the cache of the web', () => {
  const places = partsWithoutId(operationsOfTheWeb());

  it('looks at parts that several documents ask for', () => {
    expect(places.filter(({ asked }) => asked.size > 1).length).toBeGreaterThan(5);
  });

  it('keeps what one document brought when another asks for less of it', () => {
    expect(robbed(places)).toEqual([]);
  });

  it('would say so', () => {
    const asked = partsWithoutId([
      {
        name: 'All',
        document: parse(`
          query All { contentItem(id: "1") { id ...Some } }
          fragment Some on ContentItem { figures { ...Figures } }
          fragment Figures on ContentFigures { used tried }
        `),
      },
      { name: 'Fewer', document: parse('query Fewer { contentItem(id: "1") { id figures { used } } }') },
    ]);
    expect(robbed(asked)).toEqual(['ContentItem.figures: ContentFigures is asked for less in Fewer']);
  });
});
