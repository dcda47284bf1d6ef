import type { Department } from '#modules/house';
import type { Role } from './roles.ts';

/** A person who uses Ancora. */
export interface User {
  id: string;
  name: string;
  email: string;
  role: Role;
  department: Department | null;
  /** BCP 47: `en`, `it`, `fr`, `ro`. */
  language: string;
  /** Made for the demo: enters without a password, and is disabled as soon as a real admin exists. */
  isDemo: boolean;
  disabledAt: Date | null;
  createdAt: Date;
}

/** What a new person must and may bring. */
export interface NewUser {
  name: string;
  email: string;
  role: Role;
  department?: Department | null;
  password?: string | null;
  language?: string | null;
}

/** Why something about a person was refused. `field` names the input that is wrong. */
export interface AccessRefusal {
  code: string;
  message: string;
  field?: string;
}

/** The refusal of an act about somebody who is not there. */
export const nobodyHas: AccessRefusal = {
  code: 'NOT_FOUND',
  message: 'Nobody has this id.',
  field: 'userId',
};

/** An e-mail address as accounts are found by it: trimmed, lower case, composed. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

const wellKnown = /^(password|passwort|qwerty|letmein|welcome|changeme|1234567|admin)/i;

/** Checks a new password: 12 to 200 characters, not the e-mail, not one that everybody tries first. */
export function checkPassword(password: string, email: string): AccessRefusal | null {
  const refuse = (message: string): AccessRefusal => ({
    code: 'PASSWORD_TOO_WEAK',
    message,
    field: 'password',
  });
  if (password.length < 12) return refuse('A password needs at least 12 characters.');
  if (password.length > 200) return refuse('A password has at most 200 characters.');
  if (normaliseEmail(password) === normaliseEmail(email))
    return refuse('The password is the e-mail address.');
  if (wellKnown.test(password) || new Set(password).size < 4)
    return refuse('This password is one of the first that everybody tries.');
  return null;
}

/** Checks the name of a person. */
export const checkName = (name: string): AccessRefusal | null =>
  name.trim() && name.length <= 200
    ? null
    : { code: 'NAME_NEEDED', message: 'A person needs a name of at most 200 characters.', field: 'name' };

/** Checks what a new person brings, without asking who exists. */
export function checkNewUser(user: NewUser): AccessRefusal | null {
  const email = normaliseEmail(user.email);
  const nameless = checkName(user.name);
  if (nameless) return nameless;
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)
    return { code: 'BAD_EMAIL', message: 'This is not an e-mail address.', field: 'email' };
  if (user.role === 'machine')
    return { code: 'BAD_ROLE', message: 'A machine gets a key, not an account.', field: 'role' };
  if (!user.password)
    return { code: 'PASSWORD_NEEDED', message: 'A new person needs a first password.', field: 'password' };
  return checkPassword(user.password, email);
}
