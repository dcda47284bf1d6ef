import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import {
  insertSource,
  isSourceKey,
  type Source,
  sourceByKey,
  sourcesById,
  updateSource,
} from '#modules/sources';
import type { Tx } from '#platform/database';
import { complaintAboutUnsaid, type Unsaid } from './domain/reading/unsaid.ts';

/** What somebody says of a source. What is missing or `null` stays as it was; of what it leaves unsaid an empty text takes back what was said. */
export interface SourceWish extends Unsaid {
  /** The source to change; without it one is added. */
  id?: string | null;
  /** Of a new one only: it never changes. */
  key?: string | null;
  name?: string | null;
  system?: string | null;
}

/** Why a source is not kept so. */
export interface SourceRefusal {
  code: string;
  message: string;
  field: keyof SourceWish;
}

/** Systems whose own words are understood, and `webhook` for whatever tells signals in ours. */
export const systemsOf = (formats: readonly { system: string }[]): string[] => [
  'webhook',
  ...[...new Set(formats.map(({ system }) => system))].sort(),
];

/** Adds a source, or changes what is known of one. What it told before stays as it was read then. */
export async function saveSource(
  tx: Tx,
  actor: Actor,
  systems: readonly string[],
  wish: SourceWish,
): Promise<Result<Source, SourceRefusal>> {
  const [before] = wish.id && isId(wish.id) ? await sourcesById(tx, [wish.id]) : [null];
  if (wish.id && !before)
    return refuse({ code: 'SOURCE_MISSING', message: 'There is no such source.', field: 'id' });
  const complaint =
    complaintAboutUnsaid(wish) ??
    complaintAboutWords(wish, before, systems) ??
    (before ? undefined : await complaintAboutKey(tx, wish.key));
  if (complaint) return refuse(complaint);
  const source: Source = {
    id: before?.id ?? newId(),
    key: before?.key ?? wish.key!,
    name: wish.name?.trim() || before?.name || wish.key!,
    system: wish.system ?? before?.system ?? 'webhook',
    timeZone: wish.timeZone || (before?.timeZone ?? 'UTC'),
    phoneCountry: said(wish.phoneCountry, before?.phoneCountry),
    currency: said(wish.currency, before?.currency),
  };
  if (before) await updateSource(tx, source);
  else await insertSource(tx, source);
  const { id, ...details } = source;
  await recordAudit(tx, actor, {
    action: before ? 'change-source' : 'add-source',
    subjectType: 'Source',
    subjectId: id,
    details,
  });
  return accept(source);
}

const said = (wished: string | null | undefined, before: string | null | undefined): string | null =>
  wished === '' ? null : (wished ?? before ?? null);

function complaintAboutWords(
  { name, system }: SourceWish,
  before: Source | null | undefined,
  systems: readonly string[],
): SourceRefusal | undefined {
  if (name && name.trim().length > 200)
    return { code: 'NAME_TOO_LONG', message: 'A name has at most 200 characters.', field: 'name' };
  if (system && system !== before?.system && !systems.includes(system))
    return {
      code: 'BAD_SYSTEM',
      message: `“${system.slice(0, 60)}” is none of the systems that are understood: ${systems.join(', ')}.`,
      field: 'system',
    };
  return undefined;
}

async function complaintAboutKey(tx: Tx, key: string | null | undefined): Promise<SourceRefusal | undefined> {
  if (!key || !isSourceKey(key))
    return {
      code: 'BAD_SOURCE',
      message: 'A source is named by lower-case letters, digits and dashes.',
      field: 'key',
    };
  if (await sourceByKey(tx, key))
    return { code: 'SOURCE_EXISTS', message: `There is a source “${key}” already.`, field: 'key' };
  return undefined;
}
