/** A resolved person: the golden record, chosen from what every source says of them. */
export interface Customer {
  id: string;
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  nameSuffix: string | null;
  email: string | null;
  phone: string | null;
  jobTitle: string | null;
  language: string | null;
  timeZone: string | null;
  city: string | null;
  country: string | null;
  birthDate: string | null;
  website: string | null;
  ownerName: string | null;
  /** The stage word of the source, as received. */
  lifecycle: string | null;
  tags: string[];
  golden: KeptGolden;
  /** The survivor, for a customer that was merged away. */
  mergedInto: string | null;
  createdAt: Date;
}

/** Attribute → the value that was chosen, and why. */
export type GoldenRecord = Record<string, GoldenChoice>;

/** One chosen value with its provenance. */
export interface GoldenChoice {
  value: string;
  recordId: string;
  sourceName: string;
  rule: string;
  /** ISO 8601. */
  at: string;
}

/** Where a chosen value comes from; the value itself stands in the customer's own column. */
export type KeptChoice = Omit<GoldenChoice, 'value'>;

/** A golden record as it is kept: `true` where a value was chosen as the name was, which of most customers holds for all of them. */
export type KeptGolden = Record<string, KeptChoice | true>;
