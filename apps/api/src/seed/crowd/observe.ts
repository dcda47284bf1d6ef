import { typedPhone } from '../people/noise.ts';
import type { Phone } from '../phones.ts';
import type { Random } from '../random.ts';
import { addressWritten, countryWritten } from './address.ts';
import { isoDay, on } from './calendar.ts';
import type { PersonRow } from './columns.ts';
import { Look } from './look.ts';
import { mistakenDate } from './mistaken.ts';
import { nameIn } from './name-in.ts';
import { placeholder } from './noise/placeholders.ts';
import type { CrowdPerson } from './person.ts';
import type { CrowdSource } from './sources.ts';
import type { World } from './world.ts';

const CLERKS = ['shop', 'service', 'client', 'kasse', 'desk'];

function mailOf({ random, world, person, source, day, job }: Look): string | undefined {
  const { profile } = world;
  if (person.lent?.mail && random.chance(profile.borrowed)) return person.lent.mail;
  if (random.chance(profile.clerk)) return `${random.pick(CLERKS)}@${source.name}.casa-marea.example`;
  const { own, work, shared } = source.mail;
  const kind = random.next() * (own + (job?.mail ? work : 0) + (person.sharedMail ? shared : 0));
  if (kind >= own && job?.mail && kind < own + work)
    return random.chance(profile.role) ? random.pick(job.firm.roles) : job.mail;
  if (kind >= own) return person.sharedMail;
  if (person.secondMail && random.chance(0.3)) return person.secondMail;
  return on(person.mail, day) ?? person.sharedMail ?? person.lent?.mail;
}

function phoneOf({ random, world, person, source, day, job }: Look): Phone | undefined {
  if (person.lent?.mobile && random.chance(world.profile.borrowed)) return person.lent.mobile;
  if (source.name === 'crm' && job && random.chance(0.35)) return job.site.switchboard;
  const { line } = on(person.home, day);
  const mobile = on(person.mobile, day);
  return line && (mobile === undefined || random.chance(0.22)) ? line : mobile;
}

function mailWritten(look: Look): string {
  const mail = mailOf(look);
  if (!mail) return '';
  const typed = look.slip(mail);
  if (!look.random.chance(0.04)) return typed;
  return look.random.pick([typed.toUpperCase(), typed[0]!.toUpperCase() + typed.slice(1), ` ${typed}`]);
}

function phoneWritten(look: Look, hasCountry: boolean): string {
  const phone = phoneOf(look);
  return phone ? look.slip(typedPhone(look.random, phone, hasCountry || look.random.chance(0.5))) : '';
}

function reachedBy(look: Look, row: PersonRow, hasCountry: boolean): void {
  if (look.fills('mail')) row.email = mailWritten(look);
  if (look.fills('otherMail')) row.email_2 = mailWritten(look);
  if (row.email_2 === row.email) row.email_2 = '';
  if (look.fills('phone')) row.phone = phoneWritten(look, hasCountry);
  if (look.fills('otherPhone')) row.phone_2 = phoneWritten(look, hasCountry);
}

function livesAt(look: Look, row: PersonRow): void {
  const { random, world, person, source, day } = look;
  Object.assign(row, addressWritten(random, on(person.home, day), source.name === 'crm'));
  row.street = look.slip(row.street!);
  row.city = look.slip(row.city!);
  if (random.chance(world.profile.typing)) row.postcode = look.slip(row.postcode!);
}

/** What one source says of somebody: with its gaps, its old news and its mistakes. The same answer for the same seed. */
export function observe(world: World, person: CrowdPerson, source: CrowdSource, copy: number): PersonRow {
  const look = new Look(world, person, source, copy);
  const { random, job } = look;
  const row = nameIn(look);
  row.source = source.name;
  row.recorded_on = isoDay(look.made);
  const hasCountry = look.fills('country');
  reachedBy(look, row, hasCountry);
  if (look.fills('birthday')) row.birth_date = mistakenDate(random, world, source, isoDay(person.born));
  if (look.fills('gender'))
    row.gender =
      source.name === 'crm' ? (person.gender === 'f' ? 'female' : 'male') : person.gender.toUpperCase();
  if (look.fills('address')) livesAt(look, row);
  if (hasCountry) row.country = countryWritten(random, person.country, source.countryAs);
  if (job && look.fills('firm')) {
    row.organisation = look.slip(
      random.chance(0.6) ? `${job.firm.name} ${job.firm.legalForm}` : job.firm.name,
    );
    if (source.name === 'crm' && random.chance(0.6)) row.occupation = job.occupation;
  }
  return insisted(random, world, row);
}

/** Fields that must be filled are filled, with something or other. */
function insisted(random: Random, world: World, row: PersonRow): PersonRow {
  const { placeholder: rate } = world.profile;
  if (random.chance(rate)) row.phone = placeholder(random, 'phone');
  if (random.chance(rate * 0.6)) row.birth_date = placeholder(random, 'date');
  if (random.chance(rate * 0.5)) row.email = placeholder(random, 'email');
  if (random.chance(rate * 0.4) && row.family_name !== undefined)
    row.family_name = placeholder(random, 'name');
  if (random.chance(rate * 0.4)) row.street = placeholder(random, 'street');
  return row;
}
