import { typedPhone } from '../people/noise.ts';
import { Random } from '../random.ts';
import { addressWritten, countryWritten } from './address.ts';
import type { FirmRow } from './columns.ts';
import type { Firm } from './company.ts';
import { mistaken } from './mistaken.ts';
import type { World } from './world.ts';

/** Who keeps a list of firms. */
const KEEPERS = [
  {
    name: 'crm',
    knows: 0.75,
    again: 0.12,
    haste: 1,
    paper: false,
    mail: 0.6,
    phone: 0.8,
    web: 0.5,
    tax: 0.2,
    address: 0.75,
  },
  {
    name: 'shop',
    knows: 0.3,
    again: 0.18,
    haste: 0.9,
    paper: false,
    mail: 0.95,
    phone: 0.6,
    web: 0.02,
    tax: 0.45,
    address: 0.95,
  },
  {
    name: 'desk',
    knows: 0.4,
    again: 0.08,
    haste: 1.3,
    paper: false,
    mail: 0.4,
    phone: 0.2,
    web: 0.65,
    tax: 0,
    address: 0.1,
  },
  {
    name: 'ledger',
    knows: 0.45,
    again: 0.04,
    haste: 1,
    paper: true,
    mail: 0.3,
    phone: 0.4,
    web: 0.02,
    tax: 0.9,
    address: 0.97,
  },
] as const;

/** Legal forms as they are met for one that is right: with and without points, left out, in words. */
function formWritten(random: Random, form: string): string {
  return random.weighted([
    [` ${form}`, 50],
    ['', 28],
    [` ${form.replaceAll('.', '')}`, 10],
    [`, ${form}`, 4],
    [` ${form.toUpperCase()}`, 4],
    [` ${form.toLowerCase()}`, 4],
  ]);
}

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/ & /, ' and '],
  [/^(The|Il|La|Le) /, ''],
  [/Restaurant/, 'Rest.'],
  [/Construct$/, 'Constr.'],
  [/Studio/, 'St.'],
  [/Cabinet/, 'Cab.'],
  [/Officine/, 'Off.'],
];

function nameWritten(random: Random, { name, legalForm }: Firm): string {
  let written = name;
  if (random.chance(0.12)) {
    const short = SHORTER.find(([long]) => long.test(name));
    if (short) written = name.replace(short[0], short[1]);
  }
  if (random.chance(0.06)) written = written.toUpperCase();
  return written + formWritten(random, legalForm);
}

/** What the lists of several systems say of a firm and each of its sites. A site is the thing to be found; its firm is the household. */
export function* firmRecords(
  world: World,
  firm: Firm,
): Generator<{ row: FirmRow; site: string; group: string }> {
  for (const [place, { at, switchboard }] of firm.sites.entries()) {
    for (const keeper of KEEPERS) {
      const random = new Random(world.seed, 'firm record', firm.number, place, keeper.name);
      // Branches are met less often than the seat.
      if (!random.chance(keeper.knows * (place ? 0.5 : 1))) continue;
      do {
        const slip = (text: string) => mistaken(random, world, keeper, firm.country, text);
        const row: FirmRow = { source: keeper.name, organisation: slip(nameWritten(random, firm)) };
        if (place && random.chance(0.3)) row.organisation += ` ${random.pick(['- ', '', '('])}${at.city}`;
        if (random.chance(keeper.mail))
          row.email = random.pick(firm.roles.slice(0, random.chance(0.75) ? 1 : 3));
        if (random.chance(keeper.phone))
          row.phone = slip(
            typedPhone(random, random.chance(0.15) ? firm.sites[0]!.switchboard : switchboard, true),
          );
        if (random.chance(keeper.web))
          row.website = random.pick([
            `www.${firm.domain}`,
            `https://${firm.domain}/`,
            firm.domain,
            `http://www.${firm.domain}`,
          ]);
        if (random.chance(keeper.tax)) row.tax_id = slip(firm.taxId);
        if (random.chance(keeper.address)) {
          const { street, city, state, postcode } = addressWritten(random, at, false);
          Object.assign(row, { street: slip(street!), city: slip(city!), state, postcode });
        }
        if (random.chance(0.7))
          row.country = countryWritten(random, firm.country, keeper.name === 'crm' ? 'name' : 'code');
        yield { row, site: `f${world.seed}-${firm.number}-${place}`, group: `g${world.seed}-${firm.number}` };
      } while (random.chance(keeper.again * world.profile.again));
    }
  }
}
