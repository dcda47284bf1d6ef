import type { Db, Tx } from '#platform/database';
import type { Job } from '#platform/jobs';
import type { TypeReading } from '#platform/look-ahead';
import type { Format } from './format.ts';
import type { LivedReader } from './lived.ts';
import type { SignalKind } from './recorder.ts';
import type { TypedAnswers } from './typed-answers.ts';

/** A class of the language, as TypeORM and TypeGraphQL want it. */
// biome-ignore lint/complexity/noBannedTypes: both libraries type a class as Function
type Class = Function;

/** How sensitive a field is; the policy table decides by it. */
export type DataClass = 'public' | 'internal' | 'personal' | 'special';

/** What a subject tells the house about itself: the one thing `app/modules.ts` needs to know of it. */
export interface Manifest {
  name: string;
  /** Tables (TypeORM entities). */
  entities?: Class[];
  /** Root fields and limbs (TypeGraphQL resolvers). */
  resolvers?: Class[];
  /** How fields of hot pages are read straight from rows, beside their resolvers; a law holds the two equal. */
  readings?: TypeReading[];
  /** Object types that implement Node: `Node` finds them by type name and id. */
  nodes?: NodeLoader[];
  /** What it understands of what happens. */
  // biome-ignore lint/suspicious/noExplicitAny: a list of kinds, each with a body of its own
  signals?: SignalKind<any, any>[];
  /** Export files of other systems whose words it knows. */
  formats?: Format[];
  /** What the subject's own things are found by, beside names, mailboxes and phones (a ticket by its number). */
  searches?: Search[];
  /** What one thing alone is called, typed whole (a mailbox, `#4711`): asked first, by an index, and where something is found nothing similar is looked for. */
  exactSearches?: Search[];
  /** The subject's columns of `customer_summary`, in SQL: all subjects' columns are written with one statement. */
  summary?: SummaryPart;
  /**
   * Brings columns of `customer_summary` up to date that SQL alone cannot tell, for these customers. Of those whose summaries have just been begun
   * the columns are still empty.
   */
  summarise?: (tx: Tx, customerIds: string[], begun?: ReadonlySet<string>) => Promise<void>;
  /**
   * Tables whose rows hang on a source record and carry a `customer_id` that follows it. A merge or split re-derives
   * `customer_id` from `source_record_id`; nothing is re-parented, so undoing puts back exactly what was.
   */
  follows?: string[];
  /**
   * Tables of what we write about a customer by ourselves, and nobody else tells of: it goes with a customer who is taken away
   * because they were added by mistake. Rows of any other table keep them.
   */
  ownWords?: string[];
  /** What it wants to hear of letters that carry out things of its own: that they left the hold, were sent, or failed. */
  letters?: LetterEar;
  /** Where answers to conversations go, and what may be written there now. */
  writingWays?: WritingWays;
  /** What people type back on channels of few words, or press on a telephone, when it answers a question of the subject's. */
  typedAnswers?: TypedAnswers;
  /** Published articles that answer a question, the closest first: what a bot may say, and a help centre finds. */
  knowledge?: Knowledge;
  /** Who answers for what people are told of products before they buy, and with what it makes them expect. */
  spokenFor?: SpokenFor;
  /** Work that nobody waits for. */
  // biome-ignore lint/suspicious/noExplicitAny: a list of jobs, each with a payload of its own
  jobs?: Job<any>[];
  /** How long work of the subject took so far: what may be promised of it is learnt from this. */
  trackRecords?: TrackRecord[];
  /** Called after records moved between customers, for what cannot be said by `follows`. */
  onMove?: (tx: Tx, customerIds: string[], modules: readonly Manifest[]) => Promise<void>;
  /** Whether it looks, when it records, at what follows from signals recorded before (stage, experience, summary): these are settled first. */
  looksBack?: (db: Db) => Promise<boolean>;
  /** What customers lived with this subject, as experience hears it: read again whenever something of it changed. */
  lived?: LivedReader;
}

/** Finds the ways to write to somebody about a ticket: the one they came by first, others that their number allows behind it. */
export type WritingWays = (
  db: Db,
  asked: readonly { ticketKey: string; phone: string | null }[],
) => Promise<readonly (readonly WritingWay[])[]>;

/** A way to write to somebody, and its limits. */
export interface WritingWay {
  /** The word of letters for it: `sms`, `whatsapp`. */
  channel: string;
  toAddress: string;
  /** What people call the channel of ours that it goes by. */
  name: string;
  /** Whether they wrote this way about this ticket. */
  isTheirs: boolean;
  charactersAtMost: number | null;
  /** Whether it is counted in parts, each of which is paid for. */
  inSegments: boolean;
  /** Until when words of one's own are taken; `null` without such a limit. */
  openUntil: Date | null;
}

/** How a subject hears what becomes of the letters that it put into the outbox. */
export interface LetterEar {
  /** GraphQL type name of what its letters carry out. */
  subjectType: string;
  moved: (tx: Tx, letters: readonly MovedLetter[]) => Promise<void>;
  /** Where an answer to such a letter belongs: source and subject key of the conversation, as signals name it. */
  threadOf?: (
    db: import('#platform/database').Db,
    subjectId: string,
  ) => Promise<{ sourceId: string; key: string } | null>;
}

/** Finds published articles that answer a question, in a language or else in another one; at most `first`. */
export type Knowledge = (
  db: import('#platform/database').Db,
  question: string,
  language: string,
  first: number,
) => Promise<readonly KnowledgeAnswer[]>;

/** An article that may answer a question. */
export interface KnowledgeAnswer {
  id: string;
  title: string;
  /** Text, perhaps with light markup. */
  body: string;
  /** How close it is to the question, 0–1. */
  closeness: number;
}

/** A letter of which there is news. */
export interface MovedLetter {
  readonly id: string;
  readonly subjectId: string;
  readonly state: string;
  readonly createdAt: Date;
  /** When the other side took it. */
  readonly sentAt: Date | null;
}

/** How long one kind of work took, the latest of it: from when somebody asked to when it was done, or `null` while they wait. */
export interface TrackRecord {
  /** The kind of promise it speaks of: `reply`, `resolution`, `delivery` … */
  kind: string;
  actuals: (
    db: import('#platform/database').Db,
    since: Date,
    /** Only what began before this. */
    until?: Date | null,
  ) => Promise<readonly { channel: string; from: Date; to: Date | null }[]>;
}

/** What a subject adds to the summary of a customer. */
export interface SummaryPart {
  /** Columns of `customer_summary` that are the subject's own. */
  columns: readonly string[];
  /** A sub-select that gives exactly these columns for the customer `asked.id`; without a row they are null. */
  from: string;
}

/** How `node(id)` finds an object of one type. */
export interface NodeLoader {
  typeName: string;
  batch: (db: import('#platform/database').Db, ids: readonly string[]) => Promise<readonly (object | null)[]>;
  /** Whether somebody may see such a row at all, where that depends on the row; to others the id is nobody's. */
  // biome-ignore lint/suspicious/noExplicitAny: what `batch` finds
  mayRead?: (found: any, reader: NodeReader) => boolean;
}

/** Who asks for a node. */
export interface NodeReader {
  readonly id: string | null;
  readonly department: string | null;
}

/** Finds a subject's things by what somebody typed, the closest first; at most `first`. */
export type Search = (
  db: import('#platform/database').Db,
  text: string,
  first: number,
) => Promise<readonly Found[]>;

/** Something that was found. */
export interface Found {
  /** GraphQL type name and id. */
  typeName: string;
  id: string;
  /** What matched, for people. */
  matched: string;
  /** How close it is to what was typed, 0–1. */
  closeness: number;
}

/** Something that is said of a product before it is bought: who answers for it, and what it claims. */
export interface Spoken {
  product: string;
  ownerId: string | null;
  ownerName: string | null;
  claims: readonly string[];
}

/** Finds what is said of products, whatever the case of their names. */
export type SpokenFor = (db: Db, products: readonly string[]) => Promise<Spoken[]>;
