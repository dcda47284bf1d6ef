import type { Department } from '#modules/house';
import type { Hung } from '#modules/sources';

/** What a piece of content is. A `review` is what others say of us: it stands first where people look around. */
export const contentKinds = [
  'guide',
  'answer',
  'checklist',
  'one-pager',
  'case',
  'review',
  'webinar',
  'post',
  'video',
  'template',
] as const;
export type ContentKind = (typeof contentKinds)[number];

/** Whose voice speaks: others, not the firm (A17: people want to hear others). */
export const isPeer = (kind: ContentKind): boolean => kind === 'review';

/** What it is for. Offers stay silent while a case is open; service content does not, and needs no consent to marketing. */
export const contentPurposes = ['service', 'information', 'offer'] as const;
export type ContentPurpose = (typeof contentPurposes)[number];

/** Where its newest version stands. A published one stays in use while the next is written. */
export const contentStatuses = ['draft', 'review', 'published', 'archived'] as const;
export type ContentStatus = (typeof contentStatuses)[number];

/** A piece of content: what does not change from version to version. */
export interface ContentItem {
  id: string;
  sourceId: string | null;
  sourceKey: string | null;
  kind: ContentKind;
  purpose: ContentPurpose;
  /** The colleague who answers for it, and gets the task when it promises too much. */
  ownerId: string | null;
  ownerName: string | null;
  /** The product it speaks of, by the name under which it is sold. */
  product: string | null;
  tags: string[];
  status: ContentStatus;
  /** The newest version. */
  version: number;
  /** The version that people get; `null` while none was approved. */
  publishedVersion: number | null;
  createdAt: Date;
  touchedAt: Date;
  archivedAt: Date | null;
  observedAt: Date;
}

/** One version. Once published it is never changed: what was given to somebody can be read again. */
export interface ContentVersion {
  itemId: string;
  version: number;
  status: Exclude<ContentStatus, 'archived'>;
  /** What it makes people expect, one sentence each: compared with what they lived. */
  claims: string[];
  /** ISO days, both included. */
  validFrom: string | null;
  validUntil: string | null;
  writtenBy: string | null;
  writtenByName: string | null;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  /** Why it was sent back, or what the approval says. */
  remark: string | null;
  changedAt: Date;
}

/** A version in one language: words, a file or a link. */
export interface ContentVariant {
  itemId: string;
  version: number;
  language: string;
  title: string;
  /** Words with light markup; shown as text and controlled elements, never as HTML. */
  body: string | null;
  link: string | null;
  fileId: string | null;
}

/** A file as it is known without its bytes. */
export interface ContentFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedBy: string | null;
  addedAt: Date;
}

/** How early it stands among what fits: before the others, with them, or when nothing else does. */
export const priorities = { first: 1, usual: 2, reserve: 3 } as const;
export type PriorityWord = keyof typeof priorities;

/** Where content is to be had: a stage of the journey, for a department, under conditions. */
export interface Placement {
  id: string;
  itemId: string;
  stage: string;
  department: Department;
  /** `any`, or the one channel it is made for. */
  channel: string;
  /** Only for people of this language; `null`: for all, in the language that comes closest. */
  language: string | null;
  priority: number;
  /** Only for customers with one of these tags; empty: all. */
  withTags: string[];
  inCountries: string[];
  withOpenTicket: boolean | null;
  withOpenDeal: boolean | null;
  placedBy: string | null;
  placedByName: string | null;
  placedAt: Date;
  removedAt: Date | null;
}

/** How content reached somebody: put into a message, sent by itself, or shown and talked about. */
export const useActs = ['inserted', 'sent', 'shown'] as const;
export type UseAct = (typeof useActs)[number];

/** Channels on which content is given; `in-person` is a talk of any kind. */
export const contentChannels = ['email', 'chat', 'phone', 'sms', 'social', 'in-person', 'web'] as const;
export type ContentChannel = (typeof contentChannels)[number];

/** Content given to one customer, with how likely it was to stand first: without that, nothing could be learned from it later. */
export interface ContentUse extends Hung {
  itemId: string;
  version: number;
  language: string;
  act: UseAct;
  channel: string;
  /** The stage it was offered for; `null` when another system tells of it: then the journey knows. */
  stage: string | null;
  department: string | null;
  /** Where it stood among what was offered; `null` for what somebody searched. */
  place: number | null;
  propensity: number | null;
  /** Version of the settings that decided. */
  settings: string | null;
  /** Names the customer's own address of it. */
  token: string | null;
  userId: string | null;
  userName: string | null;
  at: Date;
  openedAt: Date | null;
  opens: number;
  undoneAt: Date | null;
}

/** What is believed of content in a cell of the library: a stage and a department. */
export interface ContentArm {
  stage: string;
  department: string;
  itemId: string;
  /** Uses, and how many of them were opened. */
  uses: number;
  opened: number;
  /** Matured ones: the customer moved on within the window, or did not. */
  successes: number;
  failures: number;
  pBest: number | null;
  /** How often it is to stand first among all of the cell. */
  serve: number | null;
  /** Hopeless beside the best: no longer offered. */
  stopped: boolean;
  settings: string;
  reckonedAt: Date;
}
