import { useApolloClient } from '@apollo/client/react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { viewer } from '#lib/viewer.ts';
import { refusalText } from './refusal-text.ts';
import { type Role, roleWords } from './role-words.ts';
import { changeRole, disableUser, enableUser, type peopleQuery, renameUser } from './settings.documents.ts';

/** Somebody who uses Ancora, as the list shows them. */
export type Person = ResultOf<typeof peopleQuery>['users'][number];

/** Answers with what went wrong, in words, or nothing. */
type Attempt = Promise<string | null>;

/** What admins do about people: each is done at once, and says how to take it back. */
export function usePersonActs() {
  const say = useWords();
  const client = useApolloClient();

  const attempt = async (
    ask: () => Promise<{ __typename: string; code?: string; message?: string } | undefined>,
  ): Attempt => {
    try {
      const answer = await ask();
      if (answer?.__typename === 'User') return null;
      const { code, message } = answer ?? {};
      return code && message ? refusalText({ code, message }, say) : say('access.noAnswer');
    } catch {
      return say('access.noAnswer');
    }
  };
  /** Does it and offers the way back; the way back itself offers none. */
  const act = async (doing: Attempt, done: string, back?: () => Promise<unknown>) => {
    const wrong = await doing;
    if (wrong) sayFailed(wrong);
    else if (back) offerUndo(done, async () => void (await back()));
    else sayDone(done);
  };

  const mutateRole = (person: Person, role: Role): Attempt =>
    attempt(async () => {
      const variables = { userId: person.id, role };
      return (await client.mutate({ mutation: changeRole, variables })).data?.changeRole;
    });
  const mutateName = (person: Person, name: string): Attempt =>
    attempt(async () => {
      const variables = { userId: person.id, name };
      const answer = (await client.mutate({ mutation: renameUser, variables })).data?.renameUser;
      if (answer?.__typename === 'User')
        viewer.set((me) => (me?.id === answer.id ? { ...me, name: answer.name } : me));
      return answer;
    });
  const mutateOut = (person: Person): Attempt =>
    attempt(async () => {
      const variables = { userId: person.id };
      return (await client.mutate({ mutation: disableUser, variables })).data?.disableUser;
    });
  const mutateIn = (person: Person): Attempt =>
    attempt(async () => {
      const variables = { userId: person.id };
      return (await client.mutate({ mutation: enableUser, variables })).data?.enableUser;
    });

  const toRole = (person: Person, role: Role) =>
    say('access.roleChanged', { name: person.name, role: say(roleWords[role]) });
  const isOut = (person: Person) => say('access.shutOut', { name: person.name });
  const mayEnter = (person: Person) => say('access.letIn', { name: person.name });
  return {
    giveRole: (person: Person, role: Role) =>
      act(mutateRole(person, role), toRole(person, role), () =>
        act(mutateRole(person, person.role), toRole(person, person.role)),
      ),
    shutOut: (person: Person) =>
      act(mutateOut(person), isOut(person), () => act(mutateIn(person), mayEnter(person))),
    letIn: (person: Person) =>
      act(mutateIn(person), mayEnter(person), () => act(mutateOut(person), isOut(person))),
    /** Answers with what is wrong with the name, for beside its field. */
    rename: async (person: Person, name: string): Attempt => {
      const wrong = await mutateName(person, name);
      if (!wrong)
        offerUndo(say('access.renamed', { before: person.name, name }), () =>
          act(mutateName(person, person.name), say('access.renamed', { before: name, name: person.name })),
        );
      return wrong;
    },
  };
}
