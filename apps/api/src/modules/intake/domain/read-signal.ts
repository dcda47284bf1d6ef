import { z } from 'zod';
import type { Signal } from '#modules/house';
import type { Unreadable } from './outcome.ts';

const short = z.string().trim().min(1).max(500);
const text = z.string().max(10_000);
const texts = z.array(short).max(50);
const extra = z.record(z.string().max(200), text);

const address = { street: text, city: text, region: text, postcode: text, country: text };

const personProfile = z
  .strictObject({
    fullName: text,
    givenName: text,
    familyName: text,
    nameSuffix: text,
    jobTitle: text,
    language: text,
    timeZone: text,
    ...address,
    birthDate: text,
    website: text,
    ownerName: text,
    lifecycle: text,
    tags: texts,
    extra,
  })
  .partial();

const companyProfile = z
  .strictObject({
    name: text,
    domain: text,
    industry: text,
    phone: text,
    ...address,
    website: text,
    ownerName: text,
    extra,
  })
  .partial();

const person = z
  .strictObject({
    key: short,
    emails: texts,
    phones: texts,
    handles: z.array(z.strictObject({ kind: short, value: short })).max(50),
    profile: personProfile,
  })
  .partial();

const company = z
  .strictObject({ key: short, name: short, domain: short, role: short, profile: companyProfile })
  .partial();

const envelope = z.strictObject({
  kind: short,
  eventId: z.string().trim().min(1).max(255),
  subjectKey: z.string().trim().min(1).max(255),
  at: z.iso.datetime({ offset: true, error: 'must be a time with its zone, such as 2026-03-01T09:30:00Z' }),
  person: person.optional(),
  others: z.array(person).max(50).optional(),
  companies: z.array(company).max(20).optional(),
  body: z.unknown(),
});

/** The one sentence and the field of what zod found first. */
export function complaint(error: z.ZodError, under = ''): { message: string; path: string } {
  const issue = error.issues[0]!;
  const path = [under, ...issue.path.map(String)].filter(Boolean).join('.');
  const where = path || 'The signal';
  return { path, message: `${where}: ${issue.message}` };
}

/** Reads the envelope of a signal out of whatever somebody sent. Its body is read by the subject that understands it. */
export function readSignal(raw: unknown): { ok: true; signal: Signal } | { ok: false; refusal: Unreadable } {
  const parsed = envelope.safeParse(raw);
  if (parsed.success) return { ok: true, signal: parsed.data as Signal };
  return { ok: false, refusal: { code: 'bad-envelope', ...complaint(parsed.error) } };
}
