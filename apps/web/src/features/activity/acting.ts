import type { ApolloCache, Reference } from '@apollo/client';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sayFailed } from '#lib/undo/toasts.ts';

type Answer = { __typename: string; code?: string; message?: string } | undefined | null;

/** What the server refused, and by which word. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What was answered. A refusal is an answer, not a fault: it becomes an error here so that every act fails in one way. */
export function accepted<T extends Answer>(
  answer: T,
): Exclude<T, { __typename: 'Refusal' }> & NonNullable<T> {
  if (!answer) throw new Error('No answer');
  if (answer.__typename === 'Refusal') throw new Refused(answer.code ?? '', answer.message ?? '');
  return answer as Exclude<T, { __typename: 'Refusal' }> & NonNullable<T>;
}

/** A page as the cache holds it. */
type Page = Reference & { edges?: readonly { node: Reference }[] };

/** Puts an object at the head of a customer's list in the cache, or takes it out, also of the pages that follow it. */
export function changeList(
  cache: ApolloCache,
  customerId: string,
  field: 'notes' | 'tasks',
  object: { __typename: string; id: string },
  put: boolean,
): void {
  const ref = cache.identify(object);
  const isOther = (one: Reference) => one.__ref !== ref;
  cache.modify<Record<'notes' | 'tasks', readonly Reference[] | null> & { notesConnection: Page | null }>({
    id: cache.identify({ __typename: 'Customer', id: customerId }),
    fields: {
      [field]: (before: readonly Reference[] | null) => {
        const others = (before ?? []).filter(isOther);
        return put && ref ? [{ __ref: ref }, ...others] : others;
      },
      notesConnection: (before: Page | null) =>
        before?.edges ? { ...before, edges: before.edges.filter(({ node }) => isOther(node)) } : before,
    },
  });
}

/** Says what could not be done, and why where that is known. */
export function useFailed() {
  const say = useWords();
  // Without a way to try again, what was typed still stands where it was typed.
  return (error: unknown, again?: () => void) =>
    void sayFailed(
      error instanceof Refused && error.message ? refusalText(error, say) : say('activity.failed'),
      again,
    );
}
