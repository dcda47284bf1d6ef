import { readFile } from 'node:fs/promises';
import type { ImportOrder } from '#modules/intake';
import { OperatorMistake } from './operator-mistake.ts';

/** What the operator says of how files are written. */
export interface WishOptions {
  encoding?: string;
  separator?: string;
  dateOrder?: string;
  decimal?: string;
  mapping?: string;
  audienceFile?: string;
}

/** For `--help`, which loads nothing heavy. A test holds it equal to what intake reads. */
export const encodingNames = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'iso-8859-2'];

/** Signs that shells make hard to type have names. */
const separatorNames: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  bar: '|',
};
const decimalNames: Record<string, string> = { point: '.', comma: ',' };
const signOf = (names: Record<string, string>, asked: string): string =>
  Object.hasOwn(names, asked.toLowerCase()) ? names[asked.toLowerCase()]! : asked;

/** The options as intake understands them; what cannot be meant is refused there. */
export async function readWish(options: WishOptions): Promise<ImportOrder['wish']> {
  const { encoding, separator, dateOrder, decimal, mapping, audienceFile } = options;
  const wish = {
    ...(encoding === undefined ? {} : { encoding: encoding.toLowerCase() }),
    ...(separator === undefined ? {} : { separator: signOf(separatorNames, separator) }),
    ...(dateOrder === undefined ? {} : { dateOrder: dateOrder.toUpperCase() }),
    ...(decimal === undefined ? {} : { decimal: signOf(decimalNames, decimal) }),
    ...(mapping === undefined ? {} : { mapping: await readMapping(mapping) }),
    ...(audienceFile === undefined ? {} : { audienceFile: audienceFile.toLowerCase() }),
  };
  return Object.keys(wish).length > 0 ? wish : undefined;
}

async function readMapping(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new OperatorMistake(`--mapping: there is no file ${path}.`);
  });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new OperatorMistake(`--mapping: ${path} is no JSON: ${(error as Error).message}`);
  }
}

const options: Record<string, string> = {
  format: '--kind',
  source: '--source',
  encoding: '--encoding',
  separator: '--separator',
  dateOrder: '--date-order',
  decimal: '--decimal',
  timeZone: '--time-zone',
  phoneCountry: '--phone-country',
  currency: '--currency',
  mapping: '--mapping',
  audienceFile: '--audience-file',
};

/** The same trouble, naming the option where it names a field. */
export function namingOption(error: Error & { field?: string }): Error {
  const option = error.field && options[error.field];
  if (!option) return error;
  const { message, field = '' } = error;
  return new OperatorMistake(
    message.startsWith(`${field} `) ? `${option}${message.slice(field.length)}` : `${option}: ${message}`,
  );
}
