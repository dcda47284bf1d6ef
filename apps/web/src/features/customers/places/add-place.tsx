import { useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { localDay } from '#lib/local-day.ts';
import { Field } from '#ui/form/field.tsx';
import { PickCompany, type PickedCompany } from './pick-company.tsx';
import styles from './place-form.module.css';
import { Check, type PlaceDialogProps, PlaceFields, PlaceForm, useSaying } from './place-form.tsx';
import type { Place, PlaceDraft } from './place-moves.ts';

const atFields = ['role', 'since', 'newCompany.domain'];

/** Another company where somebody works: one that is known, or a new one. */
export function AddPlace({
  current,
  ...props
}: {
  /** Where they are already. */
  current: readonly Pick<Place, 'company' | 'isMain'>[];
} & PlaceDialogProps) {
  const say = useWords();
  const { say: send, wrong, busy } = useSaying(props);
  const main = current.find(({ isMain }) => isMain)?.company;
  const belongsTo = current.map((place) => place.company.id);
  const [company, setCompany] = useState<PickedCompany | null>(null);
  const [domain, setDomain] = useState('');
  const [draft, setDraft] = useState<PlaceDraft>({ role: '', since: '', isMain: !main });
  const [leaves, setLeaves] = useState(false);
  const isNew = company !== null && company.id === null;
  const fields = useRef<HTMLDivElement>(null);
  const pick = (chosen: PickedCompany | null) => {
    setCompany(chosen);
    // What had the focus is gone; one goes on with what stands first now.
    requestAnimationFrame(() => fields.current?.querySelector('input')?.focus());
  };
  const save = () => {
    if (!company) return;
    const where = company.id
      ? { companyId: company.id }
      : { newCompany: { name: company.name, ...(domain.trim() ? { domain: domain.trim() } : {}) } };
    const input = {
      ...where,
      role: draft.role.trim() || null,
      since: draft.since || null,
      isMain: draft.isMain,
    };
    void send(
      { kind: 'add', input },
      ...(leaves && main
        ? [{ kind: 'end', companyId: main.id, until: draft.since || localDay() } as const]
        : []),
    );
  };
  return (
    <PlaceForm
      title={say('places.addTitle')}
      scope="places.addTitle"
      keep={say('places.add')}
      ready={company !== null}
      busy={busy}
      wrong={wrong && !atFields.includes(wrong.field ?? '') ? wrong.text : null}
      onSubmit={save}
      onClose={props.onClose}
    >
      <div ref={fields} className={styles.fields}>
        <PickCompany picked={company} belongsTo={belongsTo} onPick={pick} />
        {isNew && (
          <Field
            label={say('places.domain')}
            hint={say('places.domainHint')}
            autoComplete="off"
            inputMode="url"
            maxLength={200}
            value={domain}
            wrong={wrong?.field === 'newCompany.domain' ? wrong.text : null}
            onChange={(event) => setDomain(event.target.value)}
          />
        )}
        <PlaceFields draft={draft} onChange={setDraft} wrong={wrong} asksMain={main !== undefined} />
        {main && (
          <Check
            checked={leaves}
            onCheck={(checked) => {
              setLeaves(checked);
              // Who goes from one company to another works there above all.
              if (checked) setDraft((before) => ({ ...before, isMain: true }));
            }}
          >
            {say('places.endTitle', { company: main.name })}
          </Check>
        )}
      </div>
    </PlaceForm>
  );
}
