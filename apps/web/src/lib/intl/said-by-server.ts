import { buildSchema, type GraphQLEnumType, type GraphQLObjectType } from 'graphql';
import { createIntl } from 'react-intl';
import contract from '../../../../../packages/schema/schema.graphql?raw';
import { loadCatalogue } from './catalogue.ts';
import type { Say } from './words.ts';

/** For tests: the languages in which everything has to be said. */
export const languages = ['en', 'it', 'fr', 'ro'] as const;

const schema = buildSchema(contract);

/** For tests: the codes that the description of a field lists in backticks. */
export function listedCodes(type: string, field: string): string[] {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  return [...(found?.description ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []);
}

/** For tests: the values of an enum. */
export const enumCodes = (name: string): string[] =>
  (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);

/** For tests: says words as they stand in the catalogue; words that are missing there are a mistake, as the product would show their name. */
export async function sayerOf(locale: (typeof languages)[number]): Promise<Say> {
  const intl = createIntl({
    locale,
    messages: await loadCatalogue(locale),
    onError(error) {
      throw error;
    },
  });
  return (id, values) => intl.formatMessage({ id }, values);
}
