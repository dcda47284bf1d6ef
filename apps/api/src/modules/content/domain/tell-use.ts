import type { Department, Telling } from '#modules/house';
import type { ContentUse } from './content-item.ts';

/** The key of a use's line on the timeline. */
export const useEntryKey = (sourceKey: string): string => `content ${sourceKey}`;

/** The key of the line that says it was opened, and of its fact. */
export const openEntryKey = (sourceKey: string): string => `content-opened ${sourceKey}`;

/** What the timeline says of a use: what was given, and that it was opened. An opening is a fact: they consumed content. */
export function tellUse(
  use: Pick<
    ContentUse,
    'sourceKey' | 'itemId' | 'act' | 'channel' | 'language' | 'department' | 'userName' | 'at' | 'openedAt'
  >,
  title: string,
): Telling {
  const about = {
    department: (use.department ?? 'marketing') as Department,
    subjectType: 'ContentItem',
    subjectId: use.itemId,
  };
  const given = {
    ...about,
    entryKey: useEntryKey(use.sourceKey),
    at: use.at,
    kind: 'content-given',
    title: `${use.act === 'shown' ? 'Content shown' : 'Content sent'}: ${title}`.slice(0, 200),
    detail: `${use.channel}, ${use.language}`,
    ...(use.userName ? { actorName: use.userName } : {}),
  };
  if (!use.openedAt) return { entries: [given], facts: [] };
  const key = openEntryKey(use.sourceKey);
  return {
    entries: [
      given,
      {
        ...about,
        entryKey: key,
        at: use.openedAt,
        kind: 'content-opened',
        title: `Content opened: ${title}`.slice(0, 200),
      },
    ],
    facts: [{ factKey: key, at: use.openedAt, kind: 'content-consumed' }],
  };
}
