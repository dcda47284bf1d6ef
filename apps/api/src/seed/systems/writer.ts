import type { Company } from '../companies.ts';
import type { RowFile } from '../files/row-file.ts';
import type { Happening } from '../life/happening.ts';
import type { World } from '../life/live.ts';
import type { Person } from '../people/person.ts';
import type { Truth } from '../truth.ts';

/** Whose export a file looks like. */
export type Source =
  | 'hubspot'
  | 'salesforce'
  | 'zendesk'
  | 'mailchimp'
  | 'intercom'
  | 'mautic'
  | 'csv'
  | 'library';

/** One file under way. */
export interface GrowingFile {
  path: string;
  source: Source;
  kind: string;
  file: RowFile;
  /** True if its rows are things that happened, not people, companies or campaigns. */
  happened: boolean;
  /** What stands below the last row. */
  below?: (rows: number) => string;
}

/** Everything about one person that a system may write down. */
export interface Life {
  person: Person;
  company: Company | undefined;
  happenings: readonly Happening[];
}

/** What every system writes into and from. */
export interface Desk {
  folder: string;
  world: World;
  truth: Truth;
}

/** One system's export: its files in the order in which they should be imported. */
export interface SystemWriter {
  files: readonly GrowingFile[];
  /** Writes down what this system knows of one person. */
  meet(life: Life): Promise<void>;
  /** Writes down a company. */
  know?(company: Company): Promise<void>;
}

/** The happenings of one kind. */
export function ofKind<Kind extends Happening['kind']>(
  happenings: readonly Happening[],
  kind: Kind,
): Extract<Happening, { kind: Kind }>[] {
  return happenings.filter((each): each is Extract<Happening, { kind: Kind }> => each.kind === kind);
}
