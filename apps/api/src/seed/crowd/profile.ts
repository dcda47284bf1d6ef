/** How hard a crowd is to tell apart. Chances are between 0 and 1; docs/people-generator.md says where each comes from. */
export interface Profile {
  /** A typed word has a slip of the finger. */
  typing: number;
  /** A value of a paper form was misread by the scanner. */
  scanning: number;
  /** A birth date is wrong: day and month exchanged, a digit off, the year of another. */
  dates: number;
  /** Given and family name stand in each other's place. */
  swapped: number;
  /** Somebody with a nickname is written by it. */
  nick: number;
  /** Letters lose what makes them special: diacritics, ligatures, apostrophes. */
  unaccented: number;
  /** Text went through a wrong encoding or was escaped twice. */
  garbled: number;
  /** What multiplies the gaps that each source has anyway. */
  gaps: number;
  /** A field that must be filled holds a word that says nothing: n/a, 0000000, 1900-01-01. */
  placeholder: number;
  /** A clerk typed the shop's own address or number for somebody. */
  clerk: number;
  /** A record is as old as the relation, not as its last contact: former names, addresses, numbers. */
  stale: number;
  /** A work address is the office's own: info@, sales@. */
  role: number;
  /** A household of several has one address that all use. */
  sharedMail: number;
  /** Somebody gives the partner's or the parents' address or number. */
  borrowed: number;
  /** A birth brings twins. */
  twins: number;
  /** A son is called as his father or grandfather. */
  generations: number;
  /** A stranger has the same name and the same birthday as somebody else. */
  namesakes: number;
  /** A number is given up and goes to somebody else (over the eight years that the files cover). */
  recycled: number;
  /** What multiplies each source's own rate of second records. */
  again: number;
}

/** What most exports of a well-kept house look like. */
const mild: Profile = {
  typing: 0.004,
  scanning: 0.003,
  dates: 0.004,
  swapped: 0.003,
  nick: 0.06,
  unaccented: 0.12,
  garbled: 0,
  gaps: 0.7,
  placeholder: 0.001,
  clerk: 0.001,
  stale: 0.15,
  role: 0.01,
  sharedMail: 0.06,
  borrowed: 0.006,
  twins: 0.016,
  generations: 0.02,
  namesakes: 0.0002,
  recycled: 0.02,
  again: 0.6,
};

/** What exports of several systems of one firm look like. */
const crm: Profile = {
  typing: 0.015,
  scanning: 0.015,
  dates: 0.015,
  swapped: 0.012,
  nick: 0.15,
  unaccented: 0.25,
  garbled: 0.003,
  gaps: 1,
  placeholder: 0.006,
  clerk: 0.004,
  stale: 0.3,
  role: 0.03,
  sharedMail: 0.14,
  borrowed: 0.02,
  twins: 0.016,
  generations: 0.03,
  namesakes: 0.0005,
  recycled: 0.06,
  again: 1,
};

/** Old systems, paper forms, call centres: about one word in twenty is wrong. */
const harsh: Profile = {
  ...crm,
  typing: 0.05,
  scanning: 0.06,
  dates: 0.05,
  swapped: 0.04,
  nick: 0.25,
  unaccented: 0.45,
  garbled: 0.02,
  gaps: 1.5,
  placeholder: 0.025,
  clerk: 0.012,
  stale: 0.5,
  role: 0.06,
  sharedMail: 0.2,
  borrowed: 0.04,
  again: 1.5,
};

/** Clean hands and cruel families: what looks alike is seldom one, and what is one seldom looks alike. */
const adversarial: Profile = {
  ...crm,
  typing: 0.025,
  scanning: 0.03,
  dates: 0.025,
  swapped: 0.03,
  nick: 0.35,
  gaps: 1.3,
  placeholder: 0.02,
  clerk: 0.02,
  stale: 0.6,
  role: 0.15,
  sharedMail: 0.55,
  borrowed: 0.1,
  twins: 0.12,
  generations: 0.3,
  namesakes: 0.02,
  recycled: 0.35,
  again: 0.8,
};

export const PROFILES = { mild, crm, harsh, adversarial } as const;
export type ProfileName = keyof typeof PROFILES;
