/** Somebody's place in a company, as it is shown. */
export interface Place {
  company: { id: string; name: string };
  role: string | null;
  isMain: boolean;
  since: string | null;
  until: string | null;
  sourceName: string;
  saidBy: string | null;
  isOurs: boolean;
  isSaidHere: boolean;
}

/** Where somebody works, and where they did. */
export interface Places {
  companies: readonly Place[];
  formerCompanies: readonly Place[];
}

/** A place to write down. */
export interface NewPlace {
  companyId?: string;
  newCompany?: { name: string; domain?: string };
  role?: string | null;
  isMain?: boolean;
  since?: string | null;
  until?: string | null;
}

/** What is different about a place. */
export interface PlaceEdit {
  role?: string | null;
  since?: string | null;
  isMain?: boolean;
}

/** One thing that is said of where somebody works. */
export type Move =
  | { kind: 'add'; input: NewPlace }
  | { kind: 'edit'; companyId: string; input: PlaceEdit }
  | { kind: 'end'; companyId: string; until: string }
  | { kind: 'reopen'; companyId: string; isMain: boolean }
  | { kind: 'remove'; companyId: string };

/** A place among those of today and of before. */
export const placeAt = ({ companies, formerCompanies }: Places, companyId: string): Place | undefined =>
  [...companies, ...formerCompanies].find(({ company }) => company.id === companyId);

const mainOf = ({ companies }: Places): string | undefined =>
  companies.find(({ isMain }) => isMain)?.company.id;

/** Of which company a move speaks; of one that it made, only what came of it knows. */
export function companyOf(move: Move, before: Places, after: Places): string | undefined {
  if (move.kind !== 'add') return move.companyId;
  if (move.input.companyId) return move.input.companyId;
  const known = new Set(before.companies.map(({ company }) => company.id));
  return after.companies.find(({ company }) => !known.has(company.id))?.company.id;
}

/** What says again all that was said of a place before it was taken back. */
function sayAgain({ company, role, isMain, since, until, isOurs }: Place): Move[] {
  if (isOurs) return [{ kind: 'add', input: { companyId: company.id, role, isMain, since, until } }];
  return [
    ...(until ? [{ kind: 'end', companyId: company.id, until } as const] : []),
    { kind: 'edit', companyId: company.id, input: { role, since, ...(isMain ? { isMain } : {}) } },
  ];
}

/** What takes a move back, one after the other: everything is then as it was `before`. */
export function undoOf(move: Move, before: Places, after: Places): Move[] {
  const companyId = companyOf(move, before, after);
  if (!companyId) return [];
  const place = placeAt(before, companyId);
  switch (move.kind) {
    case 'add':
      return [{ kind: 'remove', companyId }, ...(place?.isOurs ? sayAgain(place) : [])];
    case 'edit': {
      const main = mainOf(before);
      const { role, since, isMain } = move.input;
      const input: PlaceEdit = {
        ...(role === undefined ? {} : { role: place?.role ?? null }),
        ...(since === undefined ? {} : { since: place?.since ?? null }),
      };
      return [
        ...(Object.keys(input).length > 0 ? [{ kind: 'edit', companyId, input } as const] : []),
        ...(isMain && main && main !== companyId
          ? [{ kind: 'edit', companyId: main, input: { isMain: true } } as const]
          : []),
      ];
    }
    case 'end':
      return place?.until
        ? [{ kind: 'end', companyId, until: place.until }]
        : [{ kind: 'reopen', companyId, isMain: place?.isMain ?? false }];
    case 'reopen':
      return place?.until ? [{ kind: 'end', companyId, until: place.until }] : [];
    case 'remove':
      return place ? sayAgain(place) : [];
  }
}

/** What was typed of a place. */
export interface PlaceDraft {
  role: string;
  since: string;
  isMain: boolean;
}

/** What a form says that was not so before; `null`: nothing. */
export function editOf(place: Place, draft: PlaceDraft): PlaceEdit | null {
  const [role, since] = [draft.role.trim() || null, draft.since || null];
  const edit: PlaceEdit = {
    ...(role === place.role ? {} : { role }),
    ...(since === place.since ? {} : { since }),
    ...(draft.isMain && !place.isMain ? { isMain: true } : {}),
  };
  return Object.keys(edit).length > 0 ? edit : null;
}
