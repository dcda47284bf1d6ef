import { newId } from '#kernel/id';
import { readCountry } from '#kernel/read-country';
import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import { readEmail } from './domain/email.ts';
import { readPhone } from './domain/phone.ts';
import { identify } from './identify.ts';
import type { MoveRules } from './move-rules.ts';
import { stewardSource } from './steward-records.ts';

/** Somebody whom a person here has met. */
export interface NewPerson {
  fullName: string;
  email?: string | null;
  phone?: string | null;
  companyName?: string | null;
  jobTitle?: string | null;
  language?: string | null;
  country?: string | null;
}

/** Why a customer is not added. */
export interface AddRefusal {
  code: 'NAME_NEEDED' | 'BAD_EMAIL' | 'BAD_PHONE' | 'KNOWN_ALREADY';
  message: string;
  field: string;
  /** Who it is, when they are known already. */
  customerId?: string;
}

/** Says what is wrong with a mailbox or phone that somebody typed. */
export function objectionTo(input: {
  email?: string | null;
  phone?: string | null;
  country?: string | null;
}): AddRefusal | null {
  if (input.email?.trim() && !readEmail(input.email))
    return { code: 'BAD_EMAIL', message: 'This is no e-mail address.', field: 'email' };
  if (input.phone?.trim() && !readPhone(input.phone, readCountry(input.country)))
    return { code: 'BAD_PHONE', message: 'This is no phone number.', field: 'phone' };
  return null;
}

/** Adds a customer by hand. Somebody who is known by mailbox or phone and name is not added twice: the caller rolls back then. */
export async function addCustomer(
  tx: Tx,
  person: NewPerson,
  rules: MoveRules,
): Promise<Result<{ customerId: string; sourceRecordId: string }, AddRefusal>> {
  const fullName = person.fullName.trim();
  if (!fullName)
    return refuse({ code: 'NAME_NEEDED', message: 'A customer needs a name.', field: 'fullName' });
  const objection = objectionTo(person);
  if (objection) return refuse(objection);
  const key = `added:${newId()}`;
  const profile = {
    fullName,
    ...(person.jobTitle ? { jobTitle: person.jobTitle } : {}),
    ...(person.language ? { language: person.language } : {}),
    ...(person.country ? { country: person.country } : {}),
  };
  const { located } = await identify(
    tx,
    await stewardSource(tx),
    [
      {
        signalId: null,
        signal: {
          kind: 'person',
          eventId: key,
          subjectKey: key,
          at: new Date().toISOString(),
          person: {
            key,
            profile,
            ...(person.email ? { emails: [person.email] } : {}),
            ...(person.phone ? { phones: [person.phone] } : {}),
          },
          ...(person.companyName?.trim()
            ? {
                companies: [
                  { name: person.companyName, ...(person.jobTitle ? { role: person.jobTitle } : {}) },
                ],
              }
            : {}),
          body: {},
        },
      },
    ],
    rules,
  );
  const { customerId, sourceRecordId, outcome } = located[0]!;
  if (outcome === 'linked')
    return refuse({
      code: 'KNOWN_ALREADY',
      message: 'Somebody with this name and mailbox or phone is here already.',
      field: person.email ? 'email' : 'phone',
      customerId: customerId!,
    });
  return accept({ customerId: customerId!, sourceRecordId: sourceRecordId! });
}
