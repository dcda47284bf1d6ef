import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import type { CustomerFilter, CustomerSort } from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { putListExport } from './data/list-exports.ts';
import { isFileLanguage } from './domain/list-columns.ts';
import { fetchableSince, type ListExport, namedAtMost } from './domain/list-export.ts';

/** What somebody asks for. */
export interface ExportWish {
  filter?: CustomerFilter | null;
  sort?: CustomerSort | null;
  chosen?: string[] | null;
  leftOut?: string[] | null;
  language?: string | null;
}

/** Why it cannot be. */
export interface ExportRefusal {
  code: 'BAD_ID' | 'TOO_LONG' | 'BAD_LANGUAGE';
  message: string;
  field: string;
}

/** Keeps which customers of which list somebody wants as a file, so that their browser can fetch it in a few minutes. */
export async function prepareExport(
  tx: Tx,
  viewer: Viewer,
  wish: ExportWish,
  now: Date,
): Promise<Result<ListExport, ExportRefusal>> {
  const filter = wish.filter ?? {};
  const language = wish.language ?? 'en';
  if (filter.companyId && !isId(filter.companyId))
    return refuse({ code: 'BAD_ID', message: '`companyId` is no id.', field: 'companyId' });
  for (const field of ['chosen', 'leftOut'] as const) {
    const ids = wish[field] ?? [];
    if (!ids.every(isId))
      return refuse({ code: 'BAD_ID', message: `Something in \`${field}\` is no id.`, field });
    if (ids.length > namedAtMost)
      return refuse({
        code: 'TOO_LONG',
        message: `At most ${namedAtMost} customers can be named one by one; a filter can say more.`,
        field,
      });
  }
  if (!isFileLanguage(language))
    return refuse({
      code: 'BAD_LANGUAGE',
      message: 'A file can be in `en`, `it`, `fr` or `ro`.',
      field: 'language',
    });
  const asked: ListExport = {
    id: newId(),
    userId: viewer.id!,
    role: viewer.role,
    filter,
    sort: wish.sort ?? 'LAST_INTERACTION_DESC',
    chosen: wish.chosen ?? null,
    leftOut: wish.leftOut ?? [],
    language,
    askedAt: now,
  };
  await putListExport(tx, asked, fetchableSince(now));
  return accept(asked);
}
