import { randomInt } from 'node:crypto';
import { checkPassword } from './domain/user.ts';

// Without those that are taken for one another when a password is read from paper or told on the phone.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const drawGroup = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');

/** Draws a first password for whoever signs in with this address: 99 random bits that can be told on the phone. */
export function drawPassword(email: string): string {
  for (;;) {
    const password = Array.from({ length: 4 }, drawGroup).join('-');
    if (checkPassword(password, email) === null) return password;
  }
}
