import { z } from 'zod';
import { type Department, word } from '#modules/house';

/** With whom a view is shared: it is one's own unless somebody says otherwise. */
export const sharings = ['nobody', 'department', 'everybody'] as const;
export type Sharing = (typeof sharings)[number];

/** A named URL of a screen: what is filtered, sorted and shown there. */
export interface SavedView {
  id: string;
  ownerId: string;
  ownerName: string;
  /** The screen it belongs to, in the word of its address: `customers`. */
  screen: string;
  name: string;
  /** The search part of the address, without the `?`. What it means is the screen's affair. */
  search: string;
  sharedWith: Sharing;
  /** The department of its owner when it was saved. */
  department: Department | null;
  /** Where it stands among its owner's views of the screen; equal ones stand as they were saved. */
  place: number;
  createdAt: Date;
  /** Removed views wait here to be restored. */
  removedAt: Date | null;
}

/** Who looks at views. */
export interface ViewReader {
  id: string | null;
  department: string | null;
}

/** So many views of one screen one person may keep; more is a mistake, not a way of working. */
export const mostViews = 100;

/** What somebody wants kept: a new view, or their own one of this id changed. */
export const viewWish = z.strictObject({
  screen: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  name: word(120),
  // The part of an address between "?" and "#", as browsers write it.
  search: z
    .string()
    .max(4_000)
    .transform((text) => text.replace(/^\?/, ''))
    .pipe(z.string().regex(/^[\x21-\x22\x24-\x7e]*$/)),
  sharedWith: z.enum(sharings),
});
export type ViewWish = z.output<typeof viewWish>;

/** Whether a view is somebody's own: only they change it. */
export const isOwnView = (view: Pick<SavedView, 'ownerId'>, reader: ViewReader): boolean =>
  reader.id !== null && view.ownerId === reader.id;

/** Whether somebody may read a view: their own, and what is shared with them. */
export const mayReadView = (view: SavedView, reader: ViewReader): boolean =>
  isOwnView(view, reader) ||
  (view.removedAt === null &&
    (view.sharedWith === 'everybody' ||
      (view.sharedWith === 'department' &&
        view.department !== null &&
        view.department === reader.department)));

/** Somebody's own views of a screen with one of them at another place, counted from 0. */
export function withViewAt(views: readonly SavedView[], id: string, place: number): SavedView[] {
  const moved = views.filter((view) => view.id === id);
  const others = views.filter((view) => view.id !== id);
  const at = Math.min(Math.max(0, place), others.length);
  return [...others.slice(0, at), ...moved, ...others.slice(at)].map((view, index) => ({
    ...view,
    place: index + 1,
  }));
}

/** Why a view was not kept. */
export interface ViewRefusal {
  code: 'NOT_FOUND' | 'NOT_YOURS' | 'BAD_VIEW' | 'TOO_MANY_VIEWS';
  message: string;
  field: string | null;
}

export const noSuchView: ViewRefusal = { code: 'NOT_FOUND', message: 'There is no such view.', field: 'id' };
export const notYourView: ViewRefusal = {
  code: 'NOT_YOURS',
  message: 'A view is changed by who saved it; save it under a name of your own.',
  field: 'id',
};
export const tooManyViews: ViewRefusal = {
  code: 'TOO_MANY_VIEWS',
  message: `One person keeps at most ${mostViews} views of a screen.`,
  field: null,
};

const wrong: Record<string, string> = {
  screen: 'A screen is named by the word of its address, such as customers.',
  name: 'A view needs a name, at most 120 characters.',
  search: 'The search is the part of an address after "?", at most 4,000 characters.',
  sharedWith: 'A view is shared with nobody, the department or everybody.',
};

/** What is wrong with a wish, by its first wrong field. */
export function refuseWish(error: z.ZodError): ViewRefusal {
  const field = String(error.issues[0]?.path[0] ?? 'name');
  return { code: 'BAD_VIEW', message: wrong[field] ?? 'This cannot be kept.', field };
}
