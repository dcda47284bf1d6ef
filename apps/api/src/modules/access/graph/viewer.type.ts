import { Field, ID, ObjectType } from 'type-graphql';
import type { Department } from '#modules/house';
import { Internal, Public } from '#platform/graphql';
import type { Role } from '../domain/roles.ts';
import { DepartmentEnum, RoleEnum } from './enums.ts';

/** Who asks. Its fields are read from the viewer of the context. */
@Internal()
@ObjectType('Viewer', { description: 'Who asks: the person who is signed in.' })
export class ViewerType {
  /** The person's id; not part of the contract, `user.id` is. */
  userId: string;
}

/** Somebody to enter as, in a demo. */
@Public()
@ObjectType('DemoUser', { description: 'Somebody to enter as with one click, in a demo.' })
export class DemoUserType {
  @Field(() => ID, { description: 'For `enterDemo`.' })
  id: string;

  @Field(() => String, { description: 'The name to show.' })
  name: string;

  @Field(() => RoleEnum, { description: 'Through whose eyes one will see.' })
  role: Role;

  @Field(() => DepartmentEnum, { nullable: true, description: 'Where they work, if in a department.' })
  department: Department | null;
}

/** What a browser must know before anybody signed in. */
@Public()
@ObjectType('Entrance', { description: 'What a browser must know before anybody signed in.' })
export class EntranceType {
  @Field(() => Boolean, {
    description: 'Nobody real exists and there is no demo: ask for the code that was printed at the start.',
  })
  setupNeeded: boolean;

  @Field(() => Boolean, { description: 'Whether this caller may enter as a demo user.' })
  demo: boolean;

  @Field(() => [DemoUserType], {
    description: 'The demo users to choose from. A plain list: there is one for each role.',
  })
  demoUsers: DemoUserType[];
}
