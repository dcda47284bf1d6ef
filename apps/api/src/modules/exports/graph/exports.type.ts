import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CustomerFilterInput, type CustomerSort, CustomerSortEnum } from '#modules/customers';
import { DateTime, Internal, resultOf } from '#platform/graphql';
import type { ExportWish } from '../prepare-export.ts';

/** Which list is wanted as a file. */
@InputType('ExportCustomers', { description: 'Which customers are wanted as a file, and how it is written.' })
export class ExportCustomersInput implements ExportWish {
  @Field(() => CustomerFilterInput, { nullable: true, description: 'Which ones; all without it.' })
  filter?: CustomerFilterInput | null;

  @Field(() => CustomerSortEnum, {
    nullable: true,
    defaultValue: 'LAST_INTERACTION_DESC',
    description: 'In which order.',
  })
  sort?: CustomerSort | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Of those only these, at most 5,000; all of them without it.',
  })
  chosen?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of those not these, at most 5,000.' })
  leftOut?: string[] | null;

  @Field(() => String, {
    nullable: true,
    defaultValue: 'en',
    description:
      'In which language the columns are named: `en`, `it`, `fr`, `ro`. Spreadsheets in English want commas between cells, the others semicolons.',
  })
  language?: string | null;
}

/** A file that waits to be fetched. */
@Internal()
@ObjectType('CustomersFile', { description: 'A list of customers as a file, for who asked for it alone.' })
export class CustomersFileType {
  @Field(() => String, { description: 'Where it is fetched, from the address of this house.' })
  path: string;

  @Field(() => DateTime, { description: 'Until when it can be fetched.' })
  until: Date;
}

/** The file, or why there is none. */
export const CustomersFileResult = resultOf('CustomersFileResult', () => CustomersFileType, 'CustomersFile');
