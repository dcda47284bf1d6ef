import type { ApolloClient } from '@apollo/client';
import { graphql } from '#lib/graphql/graphql.ts';
import { isLens, usualLens } from '#lib/lens.ts';
import { recents } from '#lib/recents.ts';
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

// The next person at this browser must not read names and half-written notes of the one before.
function forgetPeople(): void {
  recents.set([]);
  try {
    for (const key of Object.keys(localStorage))
      if (key === 'ancora.recents' || key.startsWith('ancora.draft.')) localStorage.removeItem(key);
  } catch {
    // A browser that forbids its storage has kept nothing.
  }
}

/** Ends the session and forgets everything this tab knew. */
export async function signOut(client: ApolloClient): Promise<void> {
  await client.mutate({ mutation: leave });
  viewer.set(null);
  forgetPeople();
  await client.clearStore();
}
