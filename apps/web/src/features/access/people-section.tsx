import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { may, useViewer } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { Table } from '#ui/table/table.tsx';
import { NewPassword } from './new-password.tsx';
import { NewPerson } from './new-person.tsx';
import { RenamePerson } from './rename-person.tsx';
import { personRoles, type Role, roleWords } from './role-words.ts';
import { peopleQuery } from './settings.documents.ts';
import styles from './settings.module.css';
import { type Person, usePersonActs } from './use-person-acts.ts';

/** Everybody who uses Ancora: their role, and for admins how to look after people and their accounts. */
export function PeopleSection() {
  const say = useWords();
  const me = useViewer();
  const { data, error, refetch } = useQuery(peopleQuery, { fetchPolicy: 'cache-and-network' });
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<Person | null>(null);
  const [giving, setGiving] = useState<Person | null>(null);
  const { giveRole, shutOut, letIn, rename } = usePersonActs();

  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const mayChange = may('Mutation.changeRole');
  const mayDisable = may('Mutation.disableUser');
  const users = data?.users ?? [];
  const isDemoOver = users.some(({ role, isDemo, disabledAt }) => role === 'ADMIN' && !isDemo && !disabledAt);
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
        {users.map((person) => {
          const isOut = person.disabledAt !== null;
          const isMe = person.id === me?.id;
          const isFixed = person.isDemo || isMe || isOut;
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
                    onChoose={(role) => void giveRole(person, role as Role)}
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
                  <span className={styles.rowActs}>
                    {!isOut && (
                      <Button
                        tone="quiet"
                        flush
                        aria-label={say('access.renameOf', { name: person.name })}
                        onClick={() => setRenaming(person)}
                      >
                        {say('access.renameAct')}
                      </Button>
                    )}
                    {!isMe && !person.isDemo && (
                      <Button
                        tone="quiet"
                        flush
                        aria-label={say('access.newPasswordOf', { name: person.name })}
                        onClick={() => setGiving(person)}
                      >
                        {say('access.newPasswordAct')}
                      </Button>
                    )}
                    {!isMe && !isOut && (
                      <Button
                        tone="quiet"
                        flush
                        aria-label={say('access.shutOutOf', { name: person.name })}
                        onClick={() => void shutOut(person)}
                      >
                        {say('access.shutOutAct')}
                      </Button>
                    )}
                    {isOut && !(person.isDemo && isDemoOver) && (
                      <Button
                        tone="quiet"
                        flush
                        aria-label={say('access.letInOf', { name: person.name })}
                        onClick={() => void letIn(person)}
                      >
                        {say('access.letInAct')}
                      </Button>
                    )}
                  </span>
                </td>
              )}
            </tr>
          );
        })}
      </Table>
      {renaming && (
        <RenamePerson
          name={renaming.name}
          onRename={(name) => rename(renaming, name)}
          onClose={() => setRenaming(null)}
        />
      )}
      {giving && <NewPassword person={giving} onClose={() => setGiving(null)} />}
      {adding && (
        <NewPerson
          isDemo={users.some(({ isDemo, disabledAt }) => isDemo && !disabledAt)}
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
