import { Field, ID, InputType } from 'type-graphql';
import { Json } from '#platform/graphql';
import type { ReadingChange } from '../change-reading.ts';

/** What a person decides about how a file is read. */
@InputType('FileReadingInput', {
  description: 'How a file is to be read. What is not named stays as it was.',
})
export class FileReadingInput implements ReadingChange {
  @Field(() => ID, { description: 'The file, by its id.' })
  fileId: string;

  @Field(() => String, { nullable: true, description: 'Name of the format, one of `importFormats`.' })
  format?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the source it came from; made if it is new.' })
  source?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How its bytes spell letters: `utf-8`, `windows-1252` …',
  })
  encoding?: string | null;

  @Field(() => String, { nullable: true, description: 'What stands between the cells: `,` `;` tab or `|`.' })
  separator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Order of day, month and year: `YMD`, `DMY` or `MDY`.',
  })
  dateOrder?: string | null;

  @Field(() => String, { nullable: true, description: 'The sign before the decimals: `.` or `,`.' })
  decimal?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA zone of times that name none.' })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166 country in which phone numbers without one are dialled: `IT`. Empty: not known.',
  })
  phoneCountry?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217 currency of amounts that name none: `EUR`. Empty: not known.',
  })
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the file that a row is in is its consent, which file of the audience export it is: `subscribed`, `unsubscribed`, `cleaned` or `nonsubscribed`. Empty: nobody says. Holds for this file alone.',
  })
  audienceFile?: string | null;

  @Field(() => Json, { nullable: true, description: 'Our field → its column or columns.' })
  mapping?: unknown;
}
