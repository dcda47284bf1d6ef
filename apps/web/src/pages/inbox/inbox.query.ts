import type { ApolloClient } from '@apollo/client';
import { type InboxSearch, inboxQuery, inboxVariables } from '#features/support';

/** Fetches the first lines before the page is shown. */
export async function loadInbox(client: ApolloClient, search: InboxSearch): Promise<void> {
  const asked = { query: inboxQuery, variables: inboxVariables(search) };
  await client.query({ ...asked, fetchPolicy: 'network-only' }).catch((error) => {
    // Without a connection the lines of before are better than none.
    if (!client.readQuery(asked)) throw error;
  });
}
