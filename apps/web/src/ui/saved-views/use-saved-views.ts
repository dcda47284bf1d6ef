import { useMutation, useQuery } from '@apollo/client/react';
import { announce } from '#lib/announce.ts';
import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';

const viewsQuery = graphql(`
  query SavedViews($screen: String!) {
    savedViews(screen: $screen) { id name search isMine sharedWith ownerName }
  }
`);

const saveMutation = graphql(`
  mutation KeepView($input: SaveView!) {
    saveView(input: $input) {
      __typename
      ... on SavedView { id name search sharedWith }
      ... on Refusal { code message }
    }
  }
`);

const removeMutation = graphql(`
  mutation RemoveView($id: ID!) {
    removeView(id: $id) { __typename ... on SavedView { id } ... on Refusal { code message } }
  }
`);

const restoreMutation = graphql(`
  mutation RestoreView($id: ID!) {
    restoreView(id: $id) { __typename ... on SavedView { id } ... on Refusal { code message } }
  }
`);

const moveMutation = graphql(`
  mutation MoveView($id: ID!, $place: Int!) {
    moveView(id: $id, place: $place) { __typename ... on SavedView { id } ... on Refusal { code message } }
  }
`);

/** A named URL of a screen, one's own or shared by somebody. */
export type KeptView = ResultOf<typeof viewsQuery>['savedViews'][number];

/** What is kept: a new view, or another state of one's own. */
export type ViewWish = Pick<KeptView, 'name' | 'search' | 'sharedWith'> & { id?: string };

/** The saved views of a screen, kept by the server: the same on every device, and shared with whom one likes. */
export function useSavedViews(screen: string) {
  const say = useWords();
  const { data, refetch } = useQuery(viewsQuery, { variables: { screen } });
  const [save] = useMutation(saveMutation);
  const [remove] = useMutation(removeMutation);
  const [restore] = useMutation(restoreMutation);
  const [move] = useMutation(moveMutation);
  const failed = () => void sayFailed(say('ui.viewFailed'));

  return {
    isKnown: data !== undefined,
    views: (data?.savedViews ?? []) as readonly KeptView[],
    /** Keeps a view; answers its id, or nothing when it was not kept. */
    async keep(wish: ViewWish, quietly = false): Promise<string | undefined> {
      try {
        const kept = (await save({ variables: { input: { screen, ...wish } } })).data?.saveView;
        if (kept?.__typename !== 'SavedView') return void failed();
        await refetch();
        if (!quietly) sayDone(say('ui.viewSaved'));
        return kept.id;
      } catch {
        return void failed();
      }
    },
    /** Puts a view of one's own before or behind its neighbour; where there is none, nothing happens. */
    async move({ id, name }: KeptView, by: 1 | -1): Promise<void> {
      const mine = (data?.savedViews ?? []).filter(({ isMine }) => isMine);
      const place = mine.findIndex((one) => one.id === id) + by;
      if (place < 0 || place >= mine.length) return;
      try {
        const moved = (await move({ variables: { id, place } })).data?.moveView;
        if (moved?.__typename !== 'SavedView') return failed();
        await refetch();
        announce(say('ui.viewMoved', { name, place: place + 1, count: mine.length }));
      } catch {
        failed();
      }
    },
    /** Puts a view of one's own away; it can be brought back. */
    async putAway({ id, name }: KeptView): Promise<void> {
      try {
        const gone = (await remove({ variables: { id } })).data?.removeView;
        if (gone?.__typename !== 'SavedView') return failed();
        await refetch();
        offerUndo(say('ui.viewRemoved', { name }), () =>
          restore({ variables: { id } }).then(() => void refetch(), failed),
        );
      } catch {
        failed();
      }
    },
  };
}
