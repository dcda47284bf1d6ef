import type { Language } from '../names/lists.ts';
import type { Phone } from '../phones.ts';
import type { Day, Spells } from './calendar.ts';
import type { Firm, Site } from './company.ts';
import type { Dwelling } from './dwelling.ts';
import type { Country } from './stock/stock.ts';

/** Work, while it lasts. */
export interface Job {
  firm: Firm;
  site: Site;
  occupation: string;
  mail?: string;
}

/** Somebody of the crowd as they truly are, with what was true before. */
export interface CrowdPerson {
  /** Names the seed, so that no two crowds share a person. */
  id: string;
  householdId: string;
  country: Country;
  /** Where the name comes from; not always the country's own language. */
  nameLanguage: Language;
  gender: 'f' | 'm';
  born: Day;
  given: string;
  middle?: string;
  family: Spells<string>;
  suffix?: 'Sr' | 'Jr' | 'III';
  home: Spells<Dwelling>;
  mobile: Spells<Phone | undefined>;
  mail: Spells<string | undefined>;
  /** Another private mailbox, used beside the first. */
  secondMail?: string;
  job: Spells<Job | undefined>;
  /** What others under the roof have, and lend. */
  sharedMail?: string;
  lent?: { mail: string | undefined; mobile: Phone | undefined };
  /** 0 tells everything … 1 leaves every field empty that may be empty. */
  discreet: number;
  /** How often something is bought or asked, against an ordinary person. */
  activity: number;
}
