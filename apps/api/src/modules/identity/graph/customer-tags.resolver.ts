import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { sourcesById } from '#modules/sources';
import { Internal, type RequestContext } from '#platform/graphql';
import { recordsByCustomer } from '../data/record-rows.ts';
import { type TagOrigin, tagOrigins } from '../domain/tags.ts';

/** What the world sees of a tag and of who says it. */
@Internal()
@ObjectType('TagOrigin', { description: 'A tag of a customer, and who says it.' })
export class TagOriginType implements TagOrigin {
  @Field(() => String, { description: 'The tag.' })
  tag: string;

  @Field(() => [String], {
    description: 'The sources that say it, by name; Ancora when it was put on here. A plain list: a handful.',
  })
  sourceNames: string[];

  @Field(() => Boolean, {
    description:
      'Whether it was taken off here although a source says it: it stays off until it is put on again.',
  })
  isOff: boolean;
}

/** `Customer.tagOrigins`. */
@Resolver(() => CustomerType)
export class CustomerTagsResolver {
  @Internal()
  @FieldResolver(() => [TagOriginType], {
    nullable: true,
    description:
      'Their tags with who says each, also those that were taken off here. A plain list: a handful.',
  })
  async tagOrigins(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<TagOrigin[]> {
    const records = await ctx.load(recordsByCustomer, customer.id);
    const sources = await Promise.all(records.map(({ sourceId }) => ctx.load(sourcesById, sourceId)));
    return tagOrigins(
      records.map(({ current }, index) => ({
        sourceName: sources[index]?.name ?? '',
        sourceSystem: sources[index]?.system ?? '',
        current,
      })),
    );
  }
}
