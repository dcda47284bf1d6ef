import { audienceFiles, type Format } from '#modules/house';
import { isSourceKey } from '#modules/sources';
import { encodings, separators } from './file.ts';
import { complaintAboutUnsaid, type Unsaid } from './unsaid.ts';

/** How somebody wants a file to be read. What is not named stays as it was. */
export interface ReadingWish extends Unsaid {
  format?: string | null;
  source?: string | null;
  encoding?: string | null;
  separator?: string | null;
  dateOrder?: string | null;
  decimal?: string | null;
  mapping?: unknown;
  /** Of an audience export, which file it is; an empty text takes back what was said. */
  audienceFile?: string | null;
}

/** What is wrong with a wish, naming the field. */
export interface WishComplaint {
  code: string;
  message: string;
  field: keyof ReadingWish;
}

/** What is wrong with how a file is to be read; nothing when it can be meant. */
export function complaintAboutReading(
  wish: ReadingWish,
  formats: readonly Pick<Format, 'name'>[],
): WishComplaint | undefined {
  const oneOf = (field: keyof ReadingWish, allowed: readonly string[]): WishComplaint | undefined => {
    const value = wish[field];
    if (value === undefined || value === null || allowed.includes(String(value))) return undefined;
    const shown = allowed.filter(Boolean).map((one) => (one === '\t' ? 'tab' : one));
    return { code: 'BAD_READING', message: `${field} must be one of ${shown.join(' ')}.`, field };
  };
  const { mapping } = wish;
  if (mapping !== undefined && mapping !== null && !isMapping(mapping))
    return {
      code: 'BAD_MAPPING',
      message: 'A mapping names for each of our fields one column or several.',
      field: 'mapping',
    };
  if (wish.source && !isSourceKey(wish.source))
    return {
      code: 'BAD_SOURCE',
      message: 'A source is named by lower-case letters, digits and dashes.',
      field: 'source',
    };
  return (
    complaintAboutUnsaid(wish) ??
    oneOf(
      'format',
      formats.map(({ name }) => name),
    ) ??
    oneOf('encoding', encodings) ??
    oneOf('separator', separators) ??
    oneOf('dateOrder', ['YMD', 'DMY', 'MDY']) ??
    oneOf('decimal', ['.', ',']) ??
    oneOf('audienceFile', ['', ...audienceFiles])
  );
}

/** What is wrong with a mapping of columns by hand; nothing when it can be meant for this file. */
export function complaintAboutMapping(
  mapping: unknown,
  format: Pick<Format, 'label' | 'mappedFields'> | undefined,
  { name, columns }: { name: string; columns: readonly { name: string }[] },
): WishComplaint | undefined {
  if (!isMapping(mapping)) return undefined;
  const wrong = (message: string): WishComplaint => ({ code: 'BAD_MAPPING', message, field: 'mapping' });
  const fields = format?.mappedFields;
  if (!fields)
    return wrong(`The columns of ${name} are known: ${format?.label ?? 'this'} is not mapped by hand.`);
  const strange = Object.keys(mapping).find((field) => !fields.includes(field));
  if (strange !== undefined)
    return wrong(`There is no field “${strange}” to map a column to; there are ${fields.join(', ')}.`);
  const there = new Set(columns.map((column) => column.name));
  const missing = Object.values(mapping)
    .flat()
    .find((column) => !there.has(column));
  if (missing === undefined) return undefined;
  const some = [...there].slice(0, 20).join(', ');
  return wrong(`${name} has no column “${missing}”; it has ${some}${there.size > 20 ? ' …' : ''}.`);
}

const isMapping = (value: unknown): value is Record<string, string | string[]> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(
    (part) =>
      typeof part === 'string' || (Array.isArray(part) && part.every((one) => typeof one === 'string')),
  );
