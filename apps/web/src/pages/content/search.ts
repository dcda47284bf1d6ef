import { departments } from '#lib/department.ts';
import { oneOf } from '#lib/search-params.ts';
import { stages } from '#lib/stages.ts';

const kinds = [
  'GUIDE',
  'ANSWER',
  'CHECKLIST',
  'ONE_PAGER',
  'CASE',
  'REVIEW',
  'WEBINAR',
  'POST',
  'VIDEO',
  'TEMPLATE',
] as const;
const statuses = ['DRAFT', 'REVIEW', 'PUBLISHED', 'ARCHIVED'] as const;

/** What the library shows, as its address says it. */
export interface ContentSearch {
  q?: string;
  type?: (typeof kinds)[number];
  inStage?: (typeof stages)[number];
  forDepartment?: (typeof departments)[number];
  inLanguage?: string;
  state?: (typeof statuses)[number];
  stale?: boolean;
  mine?: boolean;
}

const among = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === oneOf(value)?.toUpperCase());

/** Reads it; words that mean nothing here are left out. */
export function readContentSearch(raw: Record<string, unknown>): ContentSearch {
  const found = {
    q: oneOf(raw.q),
    type: among(kinds, raw.type),
    inStage: among(stages, raw.inStage),
    forDepartment: among(departments, raw.forDepartment),
    inLanguage: oneOf(raw.inLanguage),
    state: among(statuses, raw.state),
    stale: raw.stale === true || oneOf(raw.stale) === 'true' || undefined,
    mine: raw.mine === true || oneOf(raw.mine) === 'true' || undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
