import { Field, ID, InputType } from 'type-graphql';
import type { SourceWish } from '../save-source.ts';

/** What somebody says of a source. */
@InputType('SourceInput', { description: 'A source as it is to be. What is not named stays as it was.' })
export class SourceInput implements SourceWish {
  @Field(() => ID, { nullable: true, description: 'The source to change; without it one is added.' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a new one: the short word by which keys, files and addresses name it. Lower-case letters, digits and dashes. It never changes.',
  })
  key?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, for people; its key where none is given.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'One of `sourceSystems`: in whose words it speaks. `webhook`: in ours alone.',
  })
  system?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA zone of times that name none: `Europe/Rome`.' })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'ISO 3166 country in which phone numbers without one are dialled: `IT`. It holds for what is told from now on. Empty: not known.',
  })
  phoneCountry?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'ISO 4217 currency of amounts that name none: `EUR`. It holds for what is told from now on. Empty: not known.',
  })
  currency?: string | null;
}
