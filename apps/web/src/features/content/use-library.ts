import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import {
  approveContent,
  archiveContent,
  discardDraft,
  libraryQuery,
  placeContent,
  placementsQuery,
  removePlacement,
  restoreContent,
  restorePlacement,
  returnContent,
  submitContent,
  withdrawContent,
} from './content.documents.ts';
import type { ContentChannel, ContentPriority } from './words.ts';

type Answer = { __typename: string; code?: string; message?: string; id?: string } | null | undefined;

/** Where content is to be placed. */
export interface PlaceWish {
  contentId: string;
  stage: import('#lib/graphql/graphql.ts').Stage;
  department: import('#lib/department.ts').Department;
  channel?: ContentChannel;
  language?: string | null;
  priority?: ContentPriority;
  withTags?: string[];
  inCountries?: string[];
  withOpenTicket?: boolean | null;
  withOpenDeal?: boolean | null;
}

/** The acts on content of the library: each says what it did, and can be taken back where that makes sense. */
export function useLibrary() {
  const client = useApolloClient();
  const say = useWords();

  const run = async <Data extends Record<string, unknown>, Variables extends Record<string, unknown>>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<string | null> => {
    try {
      const { data } = await client.mutate({
        mutation,
        variables,
        refetchQueries: [libraryQuery, placementsQuery],
      } as Parameters<typeof client.mutate>[0]);
      const answer = Object.values((data ?? {}) as Record<string, Answer>)[0];
      if (answer && answer.__typename !== 'Refusal') return answer.id ?? '';
      sayFailed(
        answer ? refusalText(answer as { code: string; message: string }, say) : say('content.failed'),
      );
    } catch {
      sayFailed(say('content.failed'));
    }
    return null;
  };

  return {
    submit: async (id: string) => {
      if (await run(submitContent, { id }))
        offerUndo(say('content.submitted'), async () => void (await run(withdrawContent, { id })));
    },
    withdraw: async (id: string) =>
      void ((await run(withdrawContent, { id })) && sayDone(say('content.withdrawn'))),
    approve: async (id: string) =>
      void ((await run(approveContent, { id, remark: null })) && sayDone(say('content.approved'))),
    sendBack: async (id: string, remark: string) =>
      void ((await run(returnContent, { id, remark })) && sayDone(say('content.sentBack'))),
    discard: async (id: string) =>
      void ((await run(discardDraft, { id })) && sayDone(say('content.discarded'))),
    archive: async (id: string) => {
      if (await run(archiveContent, { id }))
        offerUndo(say('content.archived'), async () => void (await run(restoreContent, { id })));
    },
    restore: async (id: string) =>
      void ((await run(restoreContent, { id })) && sayDone(say('content.restored'))),
    /** Places it; answers whether it stands there now. */
    async place(wish: PlaceWish): Promise<boolean> {
      const id = await run(placeContent, { input: wish });
      if (id) offerUndo(say('content.placed'), async () => void (await run(removePlacement, { id })));
      return id !== null;
    },
    unplace: async (id: string) => {
      if (await run(removePlacement, { id }))
        offerUndo(say('content.unplaced'), async () => void (await run(restorePlacement, { id })));
    },
  };
}
