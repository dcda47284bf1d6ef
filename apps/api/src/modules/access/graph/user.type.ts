import { Field, ID, ObjectType } from 'type-graphql';
import type { Department } from '#modules/house';
import { DateTime, Internal, Node, Personal, Special } from '#platform/graphql';
import type { Role } from '../domain/roles.ts';
import type { User } from '../domain/user.ts';
import type { DrawnPassword } from '../reset-password.ts';
import { DepartmentEnum, RoleEnum } from './enums.ts';

/** What colleagues see of each other. */
@Internal()
@ObjectType('User', { implements: Node, description: 'A person who uses Ancora.' })
export class UserType extends Node implements User {
  @Field(() => String, { description: 'The name to show.' })
  name: string;

  @Field(() => String, { description: 'The address they sign in with.' })
  email: string;

  @Field(() => RoleEnum, { description: 'What they may see and do follows from it.' })
  role: Role;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'Where they work; privacy officers and admins belong to none.',
  })
  department: Department | null;

  @Field(() => String, { description: 'The language they read in: `en`, `it`, `fr`, `ro`.' })
  language: string;

  @Field(() => Boolean, {
    description: 'Made for the demo: enters without a password, and is shut out once a real admin exists.',
  })
  isDemo: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Since when they may not sign in any more.' })
  disabledAt: Date | null;

  @Field(() => DateTime, { description: 'When the account was made.' })
  createdAt: Date;
}

/** A password that was drawn for somebody, at the one moment it can be read. */
@Special()
@ObjectType('FirstPassword', {
  description: 'A password that was drawn for somebody, at the one moment it can be read.',
})
export class FirstPasswordType implements DrawnPassword {
  @Field(() => UserType, { description: 'Whose it is.' })
  user: User;

  @Field(() => String, { description: 'Shown this once. They sign in with it and then choose their own.' })
  password: string;
}

/** One browser in which somebody is signed in. */
@Personal()
@ObjectType('Session', { description: 'One browser in which somebody is signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'For `endSession`.' })
  id: string;

  @Field(() => DateTime, { description: 'When they signed in.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was last used, to the minute.' })
  lastSeenAt: Date;

  @Field(() => String, { nullable: true, description: 'What the browser called itself.' })
  userAgent: string | null;

  @Field(() => String, { nullable: true, description: 'The address of its socket when it signed in.' })
  address: string | null;
}
