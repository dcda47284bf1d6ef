import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AudienceFile, KnownAudienceFile } from '#modules/house';
import { connectionOf, Internal, Json, Personal, Public, Special } from '#platform/graphql';
import { importStatuses } from '../domain/import.ts';
import type { RowOutcome } from '../domain/tried-rows.ts';
import { RowCauseType } from './cause.type.ts';

/** Where an import stands, as the world sees it. */
export const ImportStatusEnum = Object.fromEntries(
  importStatuses.map((status) => [status, status]),
) as Record<(typeof importStatuses)[number], (typeof importStatuses)[number]>;
registerEnumType(ImportStatusEnum, {
  name: 'ImportStatus',
  description: 'Where an import or one of its files stands.',
  valuesConfig: {
    UPLOADING: { description: 'Its files are on their way.' },
    READY: { description: 'It can be tried or run.' },
    CHECKING: { description: 'The dry run is under way.' },
    CHECKED: { description: 'The dry run has told what would happen.' },
    RUNNING: { description: 'Rows are being taken in.' },
    DONE: { description: 'Every row was taken in or rejected.' },
    FAILED: { description: 'It cannot go on; the reason is told beside it.' },
    CANCELLED: { description: 'Somebody stopped it; what was taken in stays.' },
    UNDONE: { description: 'Everything it did was taken back.' },
  },
});

/** A kind of export. */
@Public()
@ObjectType('ImportFormat', { description: 'A kind of export file of another system that can be read.' })
export class ImportFormatType {
  @Field(() => String, { description: 'For programs: `hubspot-contacts`.' })
  name: string;

  @Field(() => String, { description: 'The system that writes it: `hubspot`, `zendesk`, `csv` …' })
  system: string;

  @Field(() => String, { description: 'For people: `HubSpot contacts`.' })
  label: string;

  @Field(() => Boolean, {
    description:
      'Whether it tells phone numbers of people, which may have to be read as dialled in a country.',
  })
  hasPhones: boolean;

  @Field(() => Boolean, {
    description: 'Whether it tells amounts of money, which may have to be read as of a currency.',
  })
  hasAmounts: boolean;
}

/** A format that a file could have. */
@Internal()
@ObjectType('FormatGuess', { description: 'A format that a file could have, judged by its header.' })
export class FormatGuessType {
  @Field(() => ImportFormatType, { description: 'The format.' })
  format: ImportFormatType;

  @Field(() => Float, { description: 'How sure that is, 0–1.' })
  confidence: number;
}

/** How a file is read. */
@Internal()
@ObjectType('FileReading', {
  description: 'How a file is read: detected, shown, and changeable before it runs.',
})
export class FileReadingType {
  @Field(() => String, { description: 'How its bytes spell letters: `utf-8`, `windows-1252` …' })
  encoding: string;

  @Field(() => String, { nullable: true, description: 'What stands between the cells of a table.' })
  separator: string | null;

  @Field(() => String, { description: 'Order of day, month and year: `YMD`, `DMY` or `MDY`.' })
  dateOrder: string;

  @Field(() => String, { description: 'The sign before the decimals: `.` or `,`.' })
  decimal: string;

  @Field(() => Boolean, { description: 'Whether the file begins with a byte order mark.' })
  hasByteOrderMark: boolean;

  @Field(() => String, { description: 'IANA zone of times that name none.' })
  timeZone: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166 country in which phone numbers without one are dialled; `null` when nobody said.',
  })
  phoneCountry?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217 currency of amounts that name none; `null` when nobody said.',
  })
  currency?: string | null;

  @Field(() => Json, {
    nullable: true,
    description: 'Our field → its column or columns, for files mapped by hand.',
  })
  mapping?: unknown;
}

/** The files of an audience export, as the graph names them. */
export const AudienceFileEnum = {
  SUBSCRIBED: 'subscribed',
  UNSUBSCRIBED: 'unsubscribed',
  CLEANED: 'cleaned',
  NONSUBSCRIBED: 'nonsubscribed',
} as const satisfies Record<string, AudienceFile>;
registerEnumType(AudienceFileEnum, {
  name: 'AudienceFile',
  description: 'A file of an audience export: which one a row is in is its consent.',
  valuesConfig: {
    SUBSCRIBED: { description: 'Those who agreed to be written to.' },
    UNSUBSCRIBED: { description: 'Those who left.' },
    CLEANED: { description: 'Addresses that bounce: nothing may be sent there.' },
    NONSUBSCRIBED: { description: 'Those who never said either.' },
  },
});

/** How it is known which file it is, as the graph names it. */
export const AudienceFileTellEnum = { COLUMNS: 'columns', PERSON: 'person', NAME: 'name' } as const;
registerEnumType(AudienceFileTellEnum, {
  name: 'AudienceFileTell',
  description: 'How it is known which file of an audience export a file is.',
  valuesConfig: {
    COLUMNS: { description: 'By columns that only this one has: that leaves no doubt.' },
    PERSON: { description: 'Somebody said so.' },
    NAME: { description: 'By its name.' },
  },
});

/** Which file of an audience export a file is. */
@Internal()
@ObjectType('ImportAudience', {
  description:
    'Which file of an audience export a file is. As long as nobody knows, it says nothing of consent.',
})
export class ImportAudienceType {
  @Field(() => AudienceFileEnum, { nullable: true, description: 'The file; null as long as nothing tells.' })
  file: AudienceFile | null;

  @Field(() => AudienceFileTellEnum, { nullable: true, description: 'How that is known.' })
  by: KnownAudienceFile['by'] | null;
}

/** A column of a file. */
@Personal()
@ObjectType('ImportColumn', { description: 'A column of a file with a few of its values.' })
export class ImportColumnType {
  @Field(() => String, { description: 'Its name in the header.' })
  name: string;

  @Field(() => [String], { description: 'Up to three different values.' })
  samples: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Our field that it goes to, chosen by hand or guessed; null where the format knows its columns.',
  })
  mappedTo?: string | null;
}

/** Counts of rows. */
@Internal()
@ObjectType('ImportCounts', { description: 'What became of rows: accepted + rejected = rows, always.' })
export class ImportCountsType {
  @Field(() => Int, { description: 'Rows read so far, good and bad.' })
  rows: number;

  @Field(() => Int, { description: 'Rows that were understood.' })
  accepted: number;

  @Field(() => Int, { description: 'Rows that came back with a reason.' })
  rejected: number;

  @Field(() => Int, { description: 'Accepted rows about something nobody told of before.' })
  created: number;

  @Field(() => Int, { description: 'Accepted rows about something known.' })
  updated: number;

  @Field(() => Int, {
    description: 'Accepted rows whose new person was joined to a customer known from elsewhere.',
  })
  linked: number;

  @Field(() => Int, {
    description: 'Accepted rows whose person may be somebody known: a doubt waits for a decision.',
  })
  unsure: number;

  @Field(() => Int, { description: 'Accepted rows that were told before, word for word.' })
  unchanged: number;

  @Field(() => Int, { description: 'Accepted rows with nothing to keep, such as deleted records.' })
  skipped: number;
}

/** A row that was not taken. */
@Personal()
@ObjectType('RejectedRow', { description: 'A row that was not taken in, as it came, with the reason.' })
export class RejectedRowType {
  @Field(() => Int, { description: 'Its line in the file, the first being 1.' })
  line: number;

  @Field(() => String, { nullable: true, description: 'The column that is wrong, when one is.' })
  column: string | null;

  @Field(() => String, { description: 'The reason for programs.' })
  code: string;

  @Field(() => String, { description: 'The reason for people, one sentence.' })
  message: string;

  @Special()
  @Field(() => Json, { nullable: true, description: 'Its cells by column.' })
  raw: unknown;
}

export const [RejectedRowEdge, RejectedRowConnection] = connectionOf(() => RejectedRowType, 'RejectedRow');

/** What rows come to, as the graph names it; inside it is `created`, `unsure` … */
export const RowOutcomeEnum = {
  CREATED: 'created',
  UPDATED: 'updated',
  LINKED: 'linked',
  UNSURE: 'unsure',
  UNCHANGED: 'unchanged',
  SKIPPED: 'skipped',
  REJECTED: 'rejected',
} as const satisfies Record<string, RowOutcome>;
registerEnumType(RowOutcomeEnum, {
  name: 'RowOutcome',
  description: 'What a row of a file comes to.',
  valuesConfig: {
    CREATED: { description: 'It is about something nobody told of before.' },
    UPDATED: { description: 'It is about something known.' },
    LINKED: { description: 'Its new person is joined to a customer known from elsewhere.' },
    UNSURE: { description: 'Its person may be somebody known: a doubt waits for a decision.' },
    UNCHANGED: { description: 'It was told before, word for word.' },
    SKIPPED: { description: 'It has nothing to keep.' },
    REJECTED: { description: 'It is not taken in, with a reason.' },
  },
});

/** What one row would do. */
@Personal()
@ObjectType('PreviewRow', { description: 'What one row would do, found by a dry run.' })
export class PreviewRowType {
  @Field(() => Int, { description: 'Its line in the file, the first being 1.' })
  line: number;

  @Field(() => RowOutcomeEnum, { description: 'What it comes to.' })
  outcome: RowOutcome;

  @Field(() => String, { nullable: true, description: 'Whom it is about, by the name they would have.' })
  customerName: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer, when it is one who exists already.' })
  customerId: string | null;

  @Field(() => String, { nullable: true, description: 'Whom they may be, where that is unsure, by name.' })
  otherName: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The customer whom they may be, when it is one who exists already.',
  })
  otherId: string | null;

  @Field(() => [RowCauseType], { description: 'Why. A plain list: a few at most.' })
  causes: RowCauseType[];
}

export const [PreviewRowEdge, PreviewRowConnection] = connectionOf(() => PreviewRowType, 'PreviewRow');
