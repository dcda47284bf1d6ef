/** What a source may ask. */
export type Field =
  | 'given'
  | 'family'
  | 'middle'
  | 'mail'
  | 'otherMail'
  | 'phone'
  | 'otherPhone'
  | 'birthday'
  | 'gender'
  | 'address'
  | 'country'
  | 'firm';

/** What one system of a firm asks of people, and how well it is kept. Shares are of its records. */
export interface CrowdSource {
  name: 'crm' | 'shop' | 'desk' | 'newsletter' | 'store';
  /** How many of all people it knows. */
  knows: number;
  /** Given one record, the chance of another of the same person. */
  again: number;
  /** One field for the name, or one each. */
  wholeName: boolean;
  /** How often each field is filled for somebody who has it and does not mind. */
  fills: Readonly<Record<Field, number>>;
  /** Which mailbox is given: private, at work, the household's. */
  mail: Readonly<{ own: number; work: number; shared: number }>;
  /** Forms on paper, read by a scanner. */
  paper: boolean;
  /** What multiplies the slips of the finger: customers type their own name better than agents do. */
  haste: number;
  /** How the country is written. */
  countryAs: 'name' | 'code';
}

/** Five systems. All shares are our own guesses from the looks of real exports: what matters is that they differ. */
export const SOURCES: readonly CrowdSource[] = [
  {
    name: 'crm',
    knows: 0.33,
    again: 0.1,
    wholeName: false,
    fills: {
      given: 0.98,
      family: 0.995,
      middle: 0.12,
      mail: 0.86,
      otherMail: 0.18,
      phone: 0.7,
      otherPhone: 0.22,
      birthday: 0.22,
      gender: 0.3,
      address: 0.55,
      country: 0.8,
      firm: 0.85,
    },
    mail: { own: 3, work: 6, shared: 1 },
    paper: false,
    haste: 1,
    countryAs: 'name',
  },
  {
    name: 'shop',
    knows: 0.42,
    again: 0.16,
    wholeName: false,
    fills: {
      given: 0.995,
      family: 0.995,
      middle: 0.03,
      mail: 1,
      otherMail: 0,
      phone: 0.62,
      otherPhone: 0.03,
      birthday: 0.06,
      gender: 0.1,
      address: 0.93,
      country: 0.95,
      firm: 0.15,
    },
    mail: { own: 10, work: 1, shared: 4 },
    paper: false,
    haste: 0.8,
    countryAs: 'code',
  },
  {
    name: 'desk',
    knows: 0.28,
    again: 0.14,
    wholeName: true,
    fills: {
      given: 0.96,
      family: 0.86,
      middle: 0.02,
      mail: 0.9,
      otherMail: 0.04,
      phone: 0.34,
      otherPhone: 0.02,
      birthday: 0.01,
      gender: 0,
      address: 0.06,
      country: 0.3,
      firm: 0.35,
    },
    mail: { own: 6, work: 3, shared: 3 },
    paper: false,
    haste: 1.4,
    countryAs: 'code',
  },
  {
    name: 'newsletter',
    knows: 0.45,
    again: 0.07,
    wholeName: false,
    fills: {
      given: 0.72,
      family: 0.52,
      middle: 0,
      mail: 1,
      otherMail: 0,
      phone: 0.03,
      otherPhone: 0,
      birthday: 0.1,
      gender: 0.12,
      address: 0.02,
      country: 0.35,
      firm: 0.06,
    },
    mail: { own: 10, work: 3, shared: 2 },
    paper: false,
    haste: 1,
    countryAs: 'code',
  },
  {
    name: 'store',
    knows: 0.26,
    again: 0.09,
    wholeName: false,
    fills: {
      given: 0.99,
      family: 0.995,
      middle: 0.15,
      mail: 0.48,
      otherMail: 0,
      phone: 0.72,
      otherPhone: 0.08,
      birthday: 0.82,
      gender: 0.6,
      address: 0.7,
      country: 0.1,
      firm: 0,
    },
    mail: { own: 8, work: 0, shared: 4 },
    paper: true,
    haste: 1.2,
    countryAs: 'name',
  },
];
