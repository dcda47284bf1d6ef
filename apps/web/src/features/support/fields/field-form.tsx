import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { ticketTypes, typeWords } from '../desk/words.ts';
import styles from './field-form.module.css';
import { classWords, kindWords } from './field-words.ts';
import type { saveTicketField } from './fields.documents.ts';

/** A field while it is defined. */
export type FieldDraft = VariablesOf<typeof saveTicketField>['input'];

const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[];

/** A field to be defined: what it is called, what can stand in it, for which tickets, and how sensitive it is. */
export function FieldForm({
  draft: given,
  teams,
  wrong,
  onKeep,
  onCancel,
}: {
  draft: FieldDraft;
  teams: readonly { id: string; name: string }[];
  wrong: string | null;
  onKeep: (draft: FieldDraft) => void;
  onCancel: () => void;
}) {
  const say = useWords();
  const [draft, setDraft] = useState(given);
  const [aliases, setAliases] = useState((given.aliases ?? []).join(', '));
  const put = (part: Partial<FieldDraft>) => setDraft((before) => ({ ...before, ...part }));
  const isChosen = draft.kind === 'CHOICE' || draft.kind === 'SEVERAL';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep({
          ...draft,
          options: isChosen ? (draft.options ?? []).filter(({ label }) => label.trim()) : [],
          aliases: aliases
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean),
        });
      }}
    >
      <div className={styles.line}>
        <Field
          label={say('support.fieldName')}
          value={draft.name}
          required
          maxLength={80}
          wrong={wrong}
          onChange={(event) => put({ name: event.target.value })}
        />
        <Choice
          label={say('support.fieldKind')}
          value={draft.kind}
          disabled={Boolean(given.id)}
          title={given.id ? say('support.fieldKindStands') : undefined}
          onChoose={(kind) => put({ kind: kind as FieldDraft['kind'] })}
        >
          {keysOf(kindWords).map((kind) => (
            <option key={kind} value={kind}>
              {say(kindWords[kind])}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('support.fieldClass')}
          value={draft.dataClass}
          onChoose={(dataClass) => put({ dataClass: dataClass as FieldDraft['dataClass'] })}
        >
          {keysOf(classWords).map((dataClass) => (
            <option key={dataClass} value={dataClass}>
              {say(classWords[dataClass])}
            </option>
          ))}
        </Choice>
      </div>
      {draft.dataClass === 'SPECIAL' && <p className={styles.hint}>{say('support.classSpecialText')}</p>}
      {isChosen && <Options options={draft.options ?? []} onChange={(options) => put({ options })} />}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.isRequiredToSolve ?? false}
          onChange={(event) => put({ isRequiredToSolve: event.target.checked })}
        />
        {say('support.fieldNeeded')}
      </label>
      <Only
        legend={say('support.fieldOnlyTypes')}
        all={ticketTypes.map((type) => ({ id: type, name: say(typeWords[type]) }))}
        chosen={draft.types ?? []}
        onChange={(types) => put({ types })}
      />
      {teams.length > 0 && (
        <Only
          legend={say('support.fieldOnlyTeams')}
          all={teams}
          chosen={draft.teamIds ?? []}
          onChange={(teamIds) => put({ teamIds })}
        />
      )}
      <Field
        label={say('support.fieldAliases')}
        hint={say('support.fieldAliasesText')}
        value={aliases}
        maxLength={1_000}
        onChange={(event) => setAliases(event.target.value)}
      />
      <div className={styles.line}>
        <Button type="submit" tone="primary">
          {say('support.macroKeep')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {say('support.macroCancel')}
        </Button>
      </div>
    </form>
  );
}

function Only({
  legend,
  all,
  chosen,
  onChange,
}: {
  legend: string;
  all: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  return (
    <fieldset className={styles.only}>
      <legend>{legend}</legend>
      {all.map(({ id, name }) => (
        <label key={id} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

type Option = NonNullable<FieldDraft['options']>[number];

function Options({
  options,
  onChange,
}: {
  options: readonly Option[];
  onChange: (options: Option[]) => void;
}) {
  const say = useWords();
  const id = useId();
  const shown = options.map((option, place) => ({ option, place })).filter(({ option }) => !option.isRemoved);
  const put = (place: number, option: Option) =>
    onChange(options.map((one, at) => (at === place ? option : one)));
  const add = () => {
    onChange([...options, { label: '', isRemoved: false }]);
    setTimeout(() => document.getElementById(`${id}-${options.length}`)?.focus(), 0);
  };
  return (
    <fieldset className={styles.options}>
      <legend>{say('support.fieldOptions')}</legend>
      {shown.map(({ option, place }, at) => (
        <span key={option.value ?? `new ${place}`} className={styles.option}>
          <input
            id={`${id}-${place}`}
            aria-label={say('support.fieldOption', { n: at + 1 })}
            value={option.label}
            maxLength={100}
            onChange={(event) => put(place, { ...option, label: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <button
            type="button"
            aria-label={say('support.fieldOptionRemove', { name: option.label || String(at + 1) })}
            onClick={() =>
              option.value
                ? put(place, { ...option, isRemoved: true })
                : onChange(options.filter((_, one) => one !== place))
            }
          >
            <X size={14} aria-hidden />
          </button>
        </span>
      ))}
      <Button tone="quiet" icon={<Plus size={14} aria-hidden />} onClick={add}>
        {say('support.fieldOptionAdd')}
      </Button>
    </fieldset>
  );
}
