import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { dropOffer, watchImport } from './import-watch.ts';
import {
  cancelImport,
  changeReading,
  checkImport,
  importsQuery,
  prepareImport,
  runImport,
  undoImport,
} from './imports.documents.ts';
import { takeBackLater } from './taken-back.ts';

type Answer = { __typename: 'Import'; id: string } | { __typename: 'Refusal'; code: string; message: string };

const known = {
  NOT_NOW: 'imports.notNow',
  FILE_MISSING: 'imports.fileMissing',
  FORMAT_NEEDED: 'imports.formatNeeded',
  BAD_TIME_ZONE: 'imports.badTimeZone',
  BAD_COUNTRY: 'imports.badCountry',
  BAD_CURRENCY: 'imports.badCurrency',
  BAD_AUDIENCE_FILE: 'imports.badAudience',
} as const;

/** What a person decides about how a file is read. */
export type ReadingChange = {
  fileId: string;
  format?: string;
  encoding?: string;
  separator?: string;
  dateOrder?: string;
  decimal?: string;
  timeZone?: string;
  /** Empty: not known. */
  phoneCountry?: string;
  /** Empty: not known. */
  currency?: string;
  /** The key of the source it came from. */
  source?: string;
  /** Which file of an audience export it is; empty: nobody says. */
  audienceFile?: string;
  mapping?: unknown;
};

/** The moves of imports: each answers whether it was done, and says so when it was not. */
export function useMoves() {
  const client = useApolloClient();
  const say = useWords();
  const [busy, setBusy] = useState(false);

  const move = async (ask: () => Promise<Answer | undefined>): Promise<string | null> => {
    setBusy(true);
    try {
      const answer = await ask();
      if (answer?.__typename === 'Import') return answer.id;
      const id = known[answer?.code as keyof typeof known];
      sayFailed(id ? say(id) : answer ? refusalText(answer, say) : say('imports.failed'));
      return null;
    } catch {
      sayFailed(say('imports.failed'), () => void move(ask));
      return null;
    } finally {
      setBusy(false);
    }
  };
  const variables = (id: string) => ({ variables: { id } });

  return {
    busy,
    prepare: (fileIds: string[]) =>
      move(
        async () =>
          (await client.mutate({ mutation: prepareImport, variables: { fileIds } })).data?.prepareImport,
      ),
    read: (input: ReadingChange) =>
      move(
        async () =>
          (await client.mutate({ mutation: changeReading, variables: { input } })).data?.changeReading,
      ),
    check: (id: string) =>
      move(async () => (await client.mutate({ mutation: checkImport, ...variables(id) })).data?.checkImport),
    async run(id: string) {
      const done = await move(
        async () => (await client.mutate({ mutation: runImport, ...variables(id) })).data?.runImport,
      );
      if (done) watchImport(id);
      return done;
    },
    cancel: (id: string) =>
      move(
        async () => (await client.mutate({ mutation: cancelImport, ...variables(id) })).data?.cancelImport,
      ),
    /** Takes it back a moment later: until then that can be undone itself. */
    undo(id: string) {
      dropOffer(id);
      takeBackLater(id, say('imports.undone'), async (leaving) => {
        const context = { fetchOptions: { keepalive: leaving } };
        const done = await move(
          async () =>
            (await client.mutate({ mutation: undoImport, ...variables(id), context })).data?.undoImport,
        );
        if (done) await client.refetchQueries({ include: [importsQuery] });
      });
    },
  };
}
