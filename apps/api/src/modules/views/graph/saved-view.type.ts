import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Internal, Node, Personal, resultOf } from '#platform/graphql';
import type { SavedView, Sharing } from '../domain/saved-view.ts';

/** With whom a view is shared, as the graph names it. */
export const SharingEnum = { NOBODY: 'nobody', DEPARTMENT: 'department', EVERYBODY: 'everybody' } as const;

registerEnumType(SharingEnum, {
  name: 'Sharing',
  description: 'With whom something of one’s own is shared.',
  valuesConfig: {
    NOBODY: { description: 'It is one’s own.' },
    DEPARTMENT: { description: 'With who belongs to one’s department.' },
    EVERYBODY: { description: 'With everybody who works here.' },
  },
});

/** What the world sees of a saved view. */
@Internal()
@ObjectType('SavedView', {
  implements: Node,
  description: 'A named URL of a screen: what is filtered, sorted and shown there.',
})
export class SavedViewType
  extends Node
  implements Pick<SavedView, 'id' | 'screen' | 'name' | 'search' | 'sharedWith' | 'ownerName'>
{
  @Field(() => String, { description: 'The screen, in the word of its address: `customers`.' })
  screen: string;

  @Personal()
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Personal()
  @Field(() => String, { description: 'The search part of the address, without the `?`.' })
  search: string;

  @Field(() => SharingEnum, { description: 'Who sees it besides its owner.' })
  sharedWith: Sharing;

  @Field(() => String, { description: 'Who saved it.' })
  ownerName: string;
}

/** A view to keep. */
@InputType('SaveView', { description: 'What a screen shows, to be kept under a name.' })
export class SaveViewInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A view of one’s own that means this from now on; a new one when missing.',
  })
  id?: string | null;

  @Field(() => String, { description: 'The screen, in the word of its address: `customers`.' })
  screen: string;

  @Field(() => String, { description: 'What it is called, at most 120 characters.' })
  name: string;

  @Field(() => String, { description: 'The search part of the address, at most 4,000 characters.' })
  search: string;

  @Field(() => SharingEnum, { nullable: true, defaultValue: 'nobody', description: 'Who else sees it.' })
  sharedWith?: Sharing | null;
}

/** The view, or why it was not kept. */
export const SavedViewResult = resultOf('SavedViewResult', () => SavedViewType, 'SavedView');
