import type { AudienceFile, KnownAudienceFile } from './audience-file.ts';
import type { RowRefusalCode } from './refusal-codes.ts';
import type { Skipped } from './rows/skip.ts';
import type { Signal } from './signal.ts';

/** One row of a file: cells by column name, as text; JSON files keep their nested values. */
export interface Row {
  cells: Record<string, unknown>;
  /** 1-based line (or object number) in the file. */
  line: number;
}

/** What is known of a file before its rows are read. */
export interface FileHeader {
  fileName: string;
  /** Column names (CSV) or the keys of the first objects (JSON), as written. */
  columns: string[];
  /** The name of the list a JSON file keeps its objects in (`tickets` in `{"tickets": […]}`). */
  collection?: string;
}

/** How dates and numbers are written in this file; detected, shown, and changeable. */
export interface ReadOptions {
  dateOrder: 'YMD' | 'DMY' | 'MDY';
  decimal: '.' | ',';
  /** IANA zone for times without one. */
  timeZone: string;
  /** When the file was written, or else received (ISO 8601): the time of rows that do not say one. */
  fileTime: string;
  /** ISO 3166 alpha-2, for phones without a country. */
  phoneCountry?: string;
  /** ISO 4217, for amounts without a currency. */
  currency?: string;
  /** For files whose columns are mapped by hand: our field → their column(s). */
  mapping?: Record<string, string | string[]>;
  /** For formats where the file that a row is in is its consent: which one it is, as a person said. */
  audienceFile?: AudienceFile;
}

/** Why a row cannot be read. */
export interface RowRefusal {
  /** The column that is wrong, when one is. */
  column?: string;
  /** For programs. */
  code: RowRefusalCode;
  /** A sentence for people, naming the value. */
  message: string;
}

/** What reading one row gives: what happened, or why it cannot be said. */
export type ReadRow =
  | { signals: Signal[] }
  /** Understood, and nothing to do (a deleted record, a colleague who is no customer): counted as accepted, with the reason. */
  | Skipped
  | { refusal: RowRefusal };

/** A kind of export file of another system: how it is recognised, and its words in ours. Pure. */
export interface Format {
  /** `hubspot-contacts`. */
  name: string;
  /** The system: `hubspot`, `salesforce`, `zendesk`, `mailchimp`, `intercom`, `mautic`, `csv`. */
  system: string;
  /** For people: `HubSpot contacts`. */
  label: string;
  /** Imported together, lower first: companies 10, people 20, campaigns 30, deals and tickets 40, messages and touches 50. */
  order: number;
  /** Why files of this kind are not imported: such a file is recognised, and refused as a whole with this sentence. */
  notImported?: string;
  /** How sure we are that a file with this header is of this format, 0–1. */
  recognise: (header: FileHeader) => number;
  read: (row: Row, options: ReadOptions, header: FileHeader) => ReadRow;
  /** Its rows tell phone numbers of people: where they are dialled may have to be said beside it. */
  hasPhones: boolean;
  /** Its rows tell amounts of money: of which currency may have to be said beside it. */
  hasAmounts: boolean;
  /** For formats where the file that a row is in is its consent: which one it is; `null` when nothing tells. */
  audienceFile?: (
    header: Pick<FileHeader, 'columns' | 'fileName'>,
    said?: AudienceFile,
  ) => KnownAudienceFile | null;
  /** For files whose columns are mapped by hand: the mapping that holds until somebody chooses another. */
  guessMapping?: (columns: readonly string[]) => NonNullable<ReadOptions['mapping']>;
  /** Our fields to which its columns can be mapped. */
  mappedFields?: readonly string[];
}
