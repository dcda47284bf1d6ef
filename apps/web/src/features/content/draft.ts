import type { ContentKind, ContentPurpose, WholeContent } from './words.ts';

/** What is written in one language. */
export interface Words {
  title: string;
  body: string;
  link: string;
  fileId: string | null;
  fileName: string | null;
}

/** A language in which nothing is written yet. */
export const emptyWords: Words = { title: '', body: '', link: '', fileId: null, fileName: null };

/** A piece of content while it is being written: as the fields hold it. */
export interface Draft {
  kind: ContentKind;
  purpose: ContentPurpose;
  product: string;
  tags: string;
  claims: string;
  validFrom: string;
  validUntil: string;
  words: Record<string, Words>;
}

/** What one begins with: the newest version, or nothing. */
export function draftOf(item?: WholeContent): Draft {
  const newest = item?.versions[0];
  return {
    kind: item?.kind ?? 'GUIDE',
    purpose: item?.purpose ?? 'INFORMATION',
    product: item?.product ?? '',
    tags: item?.tags.join(', ') ?? '',
    claims: newest?.claims.join('\n') ?? '',
    validFrom: newest?.validFrom ?? '',
    validUntil: newest?.validUntil ?? '',
    words: Object.fromEntries(
      (newest?.translations ?? []).map(({ language, title, body, link, fileId, fileName }) => [
        language,
        { title, body: body ?? '', link: link ?? '', fileId, fileName },
      ]),
    ),
  };
}

const parts = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);

/** What is sent of it: languages in which nothing stands are left out, unless there is no other. */
export function inputOf(draft: Draft) {
  const written = Object.entries(draft.words).filter(
    ([, { title, body, link, fileId }]) => title.trim() || body.trim() || link.trim() || fileId,
  );
  return {
    kind: draft.kind,
    purpose: draft.purpose,
    product: draft.product.trim() || null,
    tags: parts(draft.tags, /[,;]/),
    claims: parts(draft.claims, /\n/),
    validFrom: draft.validFrom || null,
    validUntil: draft.validUntil || null,
    translations: written.map(([language, { title, body, link, fileId }]) => ({
      language,
      title: title.trim(),
      body: body.trim() || null,
      link: link.trim() || null,
      fileId,
    })),
  };
}
