import { Field, InputType } from 'type-graphql';
import type { Department } from '#modules/house';
import type { Role } from '../domain/roles.ts';
import type { NewUser } from '../domain/user.ts';
import { DepartmentEnum, RoleEnum } from './enums.ts';

/** What makes the first admin. */
@InputType('SetUp', { description: 'What makes the first admin.' })
export class SetUpInput {
  @Field(() => String, {
    description: 'The code that was printed at the start and written into `setup-code`.',
  })
  code: string;

  @Field(() => String, { description: 'The name to show.' })
  name: string;

  @Field(() => String, { description: 'The address to sign in with.' })
  email: string;

  @Field(() => String, { description: 'At least 12 characters.' })
  password: string;

  @Field(() => String, { nullable: true, description: 'The language to read in: `en`, `it`, `fr`, `ro`.' })
  language?: string | null;
}

/** What makes a person who uses Ancora. */
@InputType('NewUser', { description: 'What makes a person who uses Ancora.' })
export class NewUserInput implements NewUser {
  @Field(() => String, { description: 'The name to show.' })
  name: string;

  @Field(() => String, { description: 'The address to sign in with.' })
  email: string;

  @Field(() => RoleEnum, { description: 'What they may see and do follows from it.' })
  role: Role;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'For roles that belong to no department by themselves.',
  })
  department?: Department | null;

  @Field(() => String, { nullable: true, description: 'A first password of at least 12 characters.' })
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'The language they read in: `en`, `it`, `fr`, `ro`.' })
  language?: string | null;
}
