import { useApolloClient } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { announce } from '#lib/announce.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import type { Question } from '../bulk.ts';
import { everybody, type Selection } from '../selection.ts';

const exportCustomers = graphql(`
  mutation ExportCustomers($input: ExportCustomers!) {
    exportCustomers(input: $input) {
      __typename
      ... on CustomersFile { path }
      ... on Refusal { code message }
    }
  }
`);

/** Who is meant by a selection, as the server is told. */
export const namedIn = (selection: Selection): { chosen?: string[]; leftOut?: string[] } =>
  selection.mode === 'some'
    ? { chosen: [...selection.ids] }
    : selection.except.size > 0
      ? { leftOut: [...selection.except] }
      : {};

/** Lets the browser fetch a file by itself: it goes to the disk as it comes, and the page stays. */
function download(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}

/** Takes the customers of a list along as a CSV file, all of them or those that were chosen. */
export function useExport() {
  const client = useApolloClient();
  const say = useWords();
  const { locale } = useIntl();
  const take = async (question: Question, selection: Selection = everybody): Promise<void> => {
    try {
      const { data } = await client.mutate({
        mutation: exportCustomers,
        variables: { input: { ...question, ...namedIn(selection), language: locale } },
      });
      const answer = data?.exportCustomers;
      if (answer?.__typename === 'CustomersFile') {
        download(answer.path);
        // Browsers show what they fetch; whoever does not see it is told.
        announce(say('customers.exportBegun'));
      } else sayFailed(answer ? refusalText(answer, say) : say('customers.exportFailed'));
    } catch {
      sayFailed(say('customers.exportFailed'), () => take(question, selection));
    }
  };
  return take;
}
