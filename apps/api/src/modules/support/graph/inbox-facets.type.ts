import { Field, ObjectType } from 'type-graphql';
import { FacetType } from '#modules/customers';
import { Internal } from '#platform/graphql';
import type { InboxFacets } from '../data/inbox.ts';

/** The values of the filters of the inbox. */
@Internal()
@ObjectType('InboxFacets', {
  description:
    'The values filters can take among the tickets found, the most frequent first, at most 100 each.',
})
export class InboxFacetsType implements InboxFacets {
  @Field(() => [FacetType], { description: 'Who looks after them, by name. A plain list: at most 100.' })
  assignees: FacetType[];

  @Field(() => [FacetType], {
    description: 'Where they stand, as `TicketStatus`. A plain list: at most six.',
  })
  statuses: FacetType[];

  @Field(() => [FacetType], {
    description: 'How much they press, as `TicketPriority`. A plain list: at most four.',
  })
  priorities: FacetType[];

  @Field(() => [FacetType], { description: 'How they came: `email`, `chat` … A plain list: at most 100.' })
  channels: FacetType[];
}
