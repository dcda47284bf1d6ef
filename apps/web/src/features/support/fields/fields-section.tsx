import { useMutation, useQuery } from '@apollo/client/react';
import { Archive, ArrowDown, ArrowUp, Pencil, Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { announce } from '#lib/announce.ts';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { isType, typeWords } from '../desk/words.ts';
import { type FieldDraft, FieldForm } from './field-form.tsx';
import { classWords, kindWords } from './field-words.ts';
import {
  fieldSettingsQuery,
  orderTicketFields,
  putAwayTicketField,
  putBackTicketField,
  saveTicketField,
} from './fields.documents.ts';
import styles from './fields-section.module.css';

type Kept = ResultOf<typeof fieldSettingsQuery>['ticketFields'][number];

const emptyDraft: FieldDraft = {
  name: '',
  kind: 'TEXT',
  dataClass: 'INTERNAL',
  options: [],
  aliases: [],
  types: [],
  teamIds: [],
};

const draftOf = ({
  id,
  name,
  kind,
  dataClass,
  options,
  aliases,
  types,
  teams,
  isRequiredToSolve,
}: Kept): FieldDraft => ({
  id,
  name,
  kind,
  dataClass,
  isRequiredToSolve,
  options: options.map(({ value, label, isRemoved }) => ({ value, label, isRemoved })),
  aliases: [...aliases],
  types: [...types],
  teamIds: teams.map((team) => team.id),
});

/** What this house wants to know of its tickets: which fields there are, in which order, and those that were put away. */
export function FieldsSection() {
  const say = useWords();
  const { data, error, refetch } = useQuery(fieldSettingsQuery, { fetchPolicy: 'cache-and-network' });
  const [save] = useMutation(saveTicketField);
  const [away] = useMutation(putAwayTicketField);
  const [back] = useMutation(putBackTicketField);
  const [order] = useMutation(orderTicketFields);
  const [open, setOpen] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bone height={160} />;
  const fields = data.ticketFields.filter(({ isPutAway }) => !isPutAway);
  const gone = data.ticketFields.filter(({ isPutAway }) => isPutAway);
  const failed = () => void sayFailed(say('support.failed'));
  const show = (id: string | null) => {
    setWrong(null);
    setOpen(id);
  };
  const keep = (input: FieldDraft) =>
    void save({ variables: { input } })
      .then(({ data: answer }) => {
        const said = answer?.saveTicketField;
        if (said?.__typename === 'Refusal')
          return setWrong(
            say(
              said.field === 'name'
                ? 'support.fieldNameTaken'
                : said.field === 'options'
                  ? 'support.fieldOptionsWrong'
                  : 'support.failed',
            ),
          );
        sayDone(say('support.fieldKept'));
        show(null);
        void refetch();
      })
      .catch(failed);
  const putAway = ({ id, name }: Kept) =>
    void away({ variables: { id } })
      .then(() => {
        void refetch();
        offerUndo(say('support.fieldPutAway', { name }), () =>
          back({ variables: { id } }).then(() => void refetch(), failed),
        );
      })
      .catch(failed);
  const move = (place: number, by: 1 | -1) => {
    const ids = fields.map(({ id }) => id);
    const [one] = ids.splice(place, 1);
    ids.splice(place + by, 0, one!);
    void order({ variables: { ids } })
      .then(() => refetch())
      .then(() => announce(say('support.fieldMoved', { name: fields[place]!.name, place: place + by + 1 })))
      .catch(failed);
  };
  const form = (draft: FieldDraft) => (
    <FieldForm draft={draft} teams={data.teams} wrong={wrong} onKeep={keep} onCancel={() => show(null)} />
  );
  return (
    <Card
      title={say('support.ownFields')}
      aside={
        open !== 'new' && (
          <Button icon={<Plus size={15} aria-hidden />} onClick={() => show('new')}>
            {say('support.fieldAdd')}
          </Button>
        )
      }
    >
      <CardNote>{say('support.fieldsText')}</CardNote>
      {open === 'new' && form(emptyDraft)}
      {fields.length === 0 && open !== 'new' && (
        <EmptyState title={say('support.fieldsNone')} text={say('support.fieldsNoneText')} />
      )}
      <ol className={styles.list}>
        {fields.map((field, place) => (
          <li key={field.id}>
            {open === field.id ? (
              form(draftOf(field))
            ) : (
              <div className={styles.line}>
                <span className={styles.order}>
                  <button
                    type="button"
                    disabled={place === 0}
                    aria-label={say('support.fieldUp', { name: field.name })}
                    title={say('support.fieldUp', { name: field.name })}
                    onClick={() => move(place, -1)}
                  >
                    <ArrowUp size={14} aria-hidden />
                  </button>
                  <button
                    type="button"
                    disabled={place === fields.length - 1}
                    aria-label={say('support.fieldDown', { name: field.name })}
                    title={say('support.fieldDown', { name: field.name })}
                    onClick={() => move(place, 1)}
                  >
                    <ArrowDown size={14} aria-hidden />
                  </button>
                </span>
                <div className={styles.what}>
                  <h3>{field.name}</h3>
                  <p>
                    <Pill>{say(kindWords[field.kind])}</Pill>
                    {field.dataClass !== 'INTERNAL' && (
                      <Pill tone="warn">{say(classWords[field.dataClass])}</Pill>
                    )}
                    {field.isRequiredToSolve && <Pill tone="good">{say('support.fieldNeeded')}</Pill>}
                    {field.types.map((type) => (
                      <Pill key={type}>{isType(type) ? say(typeWords[type]) : type}</Pill>
                    ))}
                    {field.teams.map((team) => (
                      <Pill key={team.id}>{team.name}</Pill>
                    ))}
                    <code>{field.key}</code>
                  </p>
                  {field.options.length > 0 && (
                    <p className={styles.options}>
                      {field.options
                        .filter(({ isRemoved }) => !isRemoved)
                        .map(({ label }) => label)
                        .join(' · ')}
                    </p>
                  )}
                </div>
                <Button tone="quiet" icon={<Pencil size={15} aria-hidden />} onClick={() => show(field.id)}>
                  {say('support.macroEdit')}
                </Button>
                <Button tone="quiet" icon={<Archive size={15} aria-hidden />} onClick={() => putAway(field)}>
                  {say('support.fieldAway')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {gone.length > 0 && (
        <details className={styles.gone}>
          <summary>{say('support.fieldsAway', { count: gone.length })}</summary>
          <ul className={styles.list}>
            {gone.map((field) => (
              <li key={field.id} className={styles.line}>
                <span className={styles.what}>{field.name}</span>
                <Button
                  tone="quiet"
                  icon={<Undo2 size={15} aria-hidden />}
                  onClick={() =>
                    void back({ variables: { id: field.id } }).then(() => void refetch(), failed)
                  }
                >
                  {say('support.fieldBack')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
