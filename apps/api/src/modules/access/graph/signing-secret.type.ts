import { Field, ObjectType } from 'type-graphql';
import { DateTime, Internal, Node, Special } from '#platform/graphql';
import type { SigningSecret } from '../domain/signing-secret.ts';

/** A signing secret as admins see it: everything but the secret. */
@Internal()
@ObjectType('SigningSecret', {
  implements: Node,
  description:
    'A secret under which one source signs what it posts to `/signals?source=…`, as Standard Webhooks says.',
})
export class SigningSecretType extends Node implements Omit<SigningSecret, 'sourceId'> {
  @Field(() => String, { description: 'Its beginning: enough to know it by, useless to sign with.' })
  beginning: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When something signed with it was last taken in, to the minute.',
  })
  lastUsedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended.' })
  endedAt: Date | null;
}

/** A signing secret at the one moment it is told. */
@Special()
@ObjectType('NewSigningSecret', { description: 'A signing secret at the one moment it can be read.' })
export class NewSigningSecretType {
  @Field(() => SigningSecretType, { description: 'The secret as it is shown from now on.' })
  signingSecret: SigningSecret;

  @Field(() => String, { description: 'Shown this once. Give it to the system that signs.' })
  secret: string;
}
