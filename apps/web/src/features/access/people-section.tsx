import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { holdBack } from '#lib/undo/hold-back.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may, useViewer } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { Table } from '#ui/table/table.tsx';
import { NewPerson } from './new-person.tsx';
import { refusalText } from './refusal-text.ts';
import { personRoles, type Role, roleWords } from './role-words.ts';
import { changeRole, disableUser, peopleQuery } from './settings.documents.ts';
import styles from './settings.module.css';

type Person = ResultOf<typeof peopleQuery>['users'][number];

/** Everybody who uses Ancora: their role, and for admins how to change it, to add people and to shut somebody out. */
export function PeopleSection() {
  const say = useWords();
  const me = useViewer();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(peopleQuery, { fetchPolicy: 'cache-and-network' });
  const [adding, setAdding] = useState(false);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const failed = (refusal?: { code: string; message: string }) =>
    void sayFailed(refusal ? refusalText(refusal, say) : say('access.noAnswer'));

  const give = async (person: Person, role: Role, isUndo = false) => {
    try {
      const { data: answer } = await client.mutate({
        mutation: changeRole,
        variables: { userId: person.id, role },
      });
      if (answer?.changeRole.__typename !== 'User') return failed(answer?.changeRole);
      if (isUndo)
        return void sayDone(say('access.roleChanged', { name: person.name, role: say(roleWords[role]) }));
      return void offerUndo(
        say('access.roleChanged', { name: person.name, role: say(roleWords[role]) }),
        () => give(person, person.role, true),
      );
    } catch {
      return failed();
    }
  };
  const shutOut = (person: Person) => {
    setOut((before) => new Set(before).add(person.id));
    const back = () => setOut((before) => new Set([...before].filter((id) => id !== person.id)));
    holdBack(
      say('access.shutOut', { name: person.name }),
      (leaving) =>
        void client
          .mutate({
            mutation: disableUser,
            variables: { userId: person.id },
            context: { fetchOptions: { keepalive: leaving } },
          })
          .then(({ data: answer }) => {
            if (answer?.disableUser.__typename === 'User') return;
            back();
            failed(answer?.disableUser);
          })
          .catch(() => {
            back();
            failed();
          }),
      back,
    );
  };

  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const mayChange = may('Mutation.changeRole');
  const mayDisable = may('Mutation.disableUser');
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p>{say('access.peopleText')}</p>
        {may('Mutation.addUser') && (
          <Button tone="primary" onClick={() => setAdding(true)}>
            {say('access.addPerson')}
          </Button>
        )}
      </div>
      <Table
        label={say('access.people')}
        head={[
          say('access.person'),
          say('access.role'),
          say('access.state'),
          ...(mayDisable ? [say('access.acts')] : []),
        ]}
      >
        {(data?.users ?? []).map((person) => {
          const isOut = out.has(person.id) || person.disabledAt !== null;
          const isFixed = person.isDemo || person.id === me?.id || isOut;
          return (
            <tr key={person.id}>
              <td className={styles.person}>
                <b>{person.name}</b>
                <small>{person.email}</small>
              </td>
              <td>
                {mayChange && !isFixed ? (
                  <Choice
                    label={say('access.roleOf', { name: person.name })}
                    hideLabel
                    value={person.role}
                    onChoose={(role) => void give(person, role as Role)}
                  >
                    {personRoles.map((role) => (
                      <option key={role} value={role}>
                        {say(roleWords[role])}
                      </option>
                    ))}
                  </Choice>
                ) : (
                  say(roleWords[person.role])
                )}
              </td>
              <td>
                {isOut ? (
                  <Pill tone="bad">{say('access.isOut')}</Pill>
                ) : person.isDemo ? (
                  <Pill>{say('access.isDemo')}</Pill>
                ) : (
                  <Pill tone="good">{say('access.isIn')}</Pill>
                )}
              </td>
              {mayDisable && (
                <td>
                  {!isOut && person.id !== me?.id && (
                    <Button
                      tone="quiet"
                      flush
                      aria-label={say('access.shutOutOf', { name: person.name })}
                      onClick={() => shutOut(person)}
                    >
                      {say('access.shutOutAct')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </Table>
      {adding && (
        <NewPerson
          isDemo={(data?.users ?? []).some(({ isDemo, disabledAt }) => isDemo && !disabledAt)}
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            void refetch();
          }}
        />
      )}
    </div>
  );
}
