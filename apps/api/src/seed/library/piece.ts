import type { Language } from '../names/lists.ts';

/** A piece of content of the demo company, as it stands in its library. */
export interface Piece {
  key: string;
  kind:
    | 'guide'
    | 'answer'
    | 'checklist'
    | 'one-pager'
    | 'case'
    | 'review'
    | 'webinar'
    | 'post'
    | 'video'
    | 'template';
  purpose: 'service' | 'information' | 'offer';
  owner: 'Jade Martin' | 'Ana Popescu' | 'Luca Ferri';
  product?: string;
  tags: readonly string[];
  /** What it makes people expect. */
  claims?: readonly string[];
  /** Days from today until it is over; negative: it is. */
  endsIn?: number;
  /** Days since somebody worked on it. */
  touched: number;
  /** Stage, department, and how early it stands. */
  stands: readonly (readonly [
    stage: string,
    department: 'sales' | 'marketing' | 'support',
    priority?: 'first' | 'usual' | 'reserve',
  ])[];
  texts: Partial<Record<Language, readonly [title: string, body: string]>>;
}
