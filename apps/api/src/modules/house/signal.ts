/** How a signal points at a person: by the id its source gave them, by what identifies them, and what it says about them. */
export interface PersonRef {
  /** The person's id in the source (`contact:901`). Without it, identity finds or makes one from the identifiers. */
  key?: string;
  emails?: string[];
  phones?: string[];
  /** Handles and ids of other systems, each with its kind (`linkedin`, `twitter`, `hubspot`, `cookie` …). */
  handles?: { kind: string; value: string }[];
  /** What the source says of the person at `Signal.at`. A missing or empty value says nothing: it never erases. */
  profile?: PersonProfile;
}

/** What a source may say about a person. Text as received, trimmed; dates ISO `YYYY-MM-DD`. */
export interface PersonProfile {
  fullName?: string;
  givenName?: string;
  familyName?: string;
  nameSuffix?: string;
  jobTitle?: string;
  /** BCP 47 (`ro`, `fr-CA`). */
  language?: string;
  timeZone?: string;
  street?: string;
  city?: string;
  region?: string;
  postcode?: string;
  /** Name or ISO 3166 code, as received. */
  country?: string;
  birthDate?: string;
  website?: string;
  /** Who looks after this person, in the source's words. */
  ownerName?: string;
  /** The stage the source keeps (`lead`, `customer`), in its own word. */
  lifecycle?: string;
  tags?: string[];
  /** Everything else the source said, by its own column name. */
  extra?: Record<string, string>;
}

/** How a signal points at a company. */
export interface CompanyRef {
  key?: string;
  name?: string;
  domain?: string;
  /** The person's role there, when the signal also points at a person. */
  role?: string;
  profile?: CompanyProfile;
}

/** What a source may say about a company. */
export interface CompanyProfile {
  name?: string;
  domain?: string;
  industry?: string;
  phone?: string;
  street?: string;
  city?: string;
  region?: string;
  postcode?: string;
  country?: string;
  website?: string;
  ownerName?: string;
  extra?: Record<string, string>;
}

/** One incoming thing that happened, in our words. `kind` names the subject that understands `body`. */
export interface Signal<Body = unknown> {
  kind: string;
  /** Unique in its source for good: the same id never acts twice, at any age. */
  eventId: string;
  /** The id of the thing itself in its source (`deal:7001`); a later signal about the same thing has the same key. */
  subjectKey: string;
  /** When it happened or was last changed in the source; ISO 8601 with zone. */
  at: string;
  person?: PersonRef;
  /** Further people it concerns (a deal with several contacts). `person` is the main one and is not repeated here. */
  others?: PersonRef[];
  /** Companies this signal points at; the first is the main one. */
  companies?: CompanyRef[];
  body: Body;
}

/** A person of a signal after identity has said who it is. */
export interface LocatedPerson {
  customerId: string;
  sourceRecordId: string;
}

/** A signal after identity has said whose it is. */
export interface Located<Body = unknown> {
  signal: Signal<Body>;
  signalId: string;
  sourceId: string;
  importId?: string;
  at: Date;
  /** Whose it is; absent for signals that concern nobody (a campaign, a product). */
  customerId?: string;
  /** The source record it hangs on, for good; `customerId` is where that record belongs now. */
  sourceRecordId?: string;
  /** Since when its source has told of that record (ISO 8601), where identity knows. */
  knownSince?: string;
  /** Where `Signal.others` were found, in their order, without repetition and without the main person. */
  others?: LocatedPerson[];
  /** Main company, when one is named. */
  companyId?: string;
}
