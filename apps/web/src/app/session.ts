import type { ApolloClient } from '@apollo/client';
import { graphql } from '#lib/graphql/graphql.ts';
import { isLens, usualLens } from '#lib/lens.ts';
import { readStored } from '#lib/store/stored.ts';
import { type Viewer, viewer } from '#lib/viewer.ts';

const whoAmI = graphql(`
  query WhoAmI {
    viewer {
      user { id name email role department }
      permissions
    }
  }
`);

const leave = graphql(`
  mutation Leave {
    signOut
  }
`);

/** Learns who is signed in, and takes the lens of their department unless they chose one before. */
export async function loadViewer(client: ApolloClient): Promise<Viewer | null> {
  const known = viewer.get();
  if (known) return known;
  const { data } = await client.query({ query: whoAmI, fetchPolicy: 'network-only' });
  if (!data?.viewer) return null;
  const { user, permissions } = data.viewer;
  const found: Viewer = { ...user, permissions };
  viewer.set(found);
  if (found.department && !readStored('lens', isLens))
    usualLens.set(found.department.toLowerCase() as Lowercase<typeof found.department>);
  return found;
}

/** Ends the session and forgets everything this tab knew. */
export async function signOut(client: ApolloClient): Promise<void> {
  await client.mutate({ mutation: leave });
  viewer.set(null);
  await client.clearStore();
}
