import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Internal } from '#platform/graphql';
import { CustomerType } from './customer.type.ts';

/** A page of customers. */
export const [CustomerEdge, CustomerConnection] = connectionOf(() => CustomerType, 'Customer');

/** One value of a filter. */
@Internal()
@ObjectType('Facet', {
  description: 'A value that a filter can take, and how many of what is listed have it.',
})
export class FacetType {
  @Field(() => String, { description: 'The value, as the filter takes it.' })
  value: string;

  @Field(() => Int, { description: 'How many have it.' })
  count: number;
}

/** The values of all filters. */
@Internal()
@ObjectType('CustomerFacets', {
  description:
    'The values filters can take among the customers found, the most frequent first, at most 100 each.',
})
export class CustomerFacetsType {
  @Field(() => [FacetType], { description: 'Stages, as `need`, `research` … A plain list: at most eight.' })
  stages: FacetType[];

  @Field(() => [FacetType], { description: 'Who of us looks after them. A plain list: at most 100.' })
  owners: FacetType[];

  @Field(() => [FacetType], { description: 'ISO 3166 codes. A plain list: at most 100.' })
  countries: FacetType[];

  @Field(() => [FacetType], { description: 'BCP 47 tags. A plain list: at most 100.' })
  languages: FacetType[];

  @Field(() => [FacetType], { description: 'Tags, from us and from sources. A plain list: at most 100.' })
  tags: FacetType[];
}
