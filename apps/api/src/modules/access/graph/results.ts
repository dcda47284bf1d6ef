import { resultOf } from '#platform/graphql';
import { NewIntakeKeyType } from './intake-key.type.ts';
import { NewSigningSecretType } from './signing-secret.type.ts';
import { FirstPasswordType, UserType } from './user.type.ts';
import { ViewerType } from './viewer.type.ts';

/** Who is signed in now, or why not. */
export const SignInResult = resultOf('SignInResult', () => ViewerType, 'Viewer');

/** The user after the change, or why there was none. */
export const UserResult = resultOf('UserResult', () => UserType, 'User');

/** The password that was drawn, or why there is none. */
export const FirstPasswordResult = resultOf('FirstPasswordResult', () => FirstPasswordType, 'FirstPassword');

/** The new key with its secret, or why there is none. */
export const IntakeKeyResult = resultOf('IntakeKeyResult', () => NewIntakeKeyType, 'NewIntakeKey');

/** The new signing secret, or why there is none. */
export const SigningSecretResult = resultOf(
  'SigningSecretResult',
  () => NewSigningSecretType,
  'NewSigningSecret',
);
