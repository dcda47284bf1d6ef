import { Field, ObjectType } from 'type-graphql';
import { DateTime, Internal, Node, Special } from '#platform/graphql';
import type { IntakeKey } from '../domain/intake-key.ts';

/** A key as admins see it: everything but the secret. */
@Internal()
@ObjectType('IntakeKey', {
  implements: Node,
  description: 'A key with which one source writes signals. It reads nothing.',
})
export class IntakeKeyType extends Node implements Omit<IntakeKey, 'keyId' | 'sourceId'> {
  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it stops working by itself.' })
  expiresAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended.' })
  revokedAt: Date | null;

  @Field(() => [String], { description: 'CIDR blocks it may come from; empty means anywhere.' })
  allowedNetworks: string[];
}

/** A key at the one moment its secret is known. */
@Special()
@ObjectType('NewIntakeKey', { description: 'A key at the one moment its secret can be read.' })
export class NewIntakeKeyType {
  @Field(() => IntakeKeyType, { description: 'The key as it is shown from now on.' })
  key: IntakeKey;

  @Field(() => String, { description: 'Shown this once. Give it as `Authorization: Bearer …`.' })
  secret: string;
}
