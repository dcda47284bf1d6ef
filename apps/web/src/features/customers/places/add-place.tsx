import { useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Field } from '#ui/form/field.tsx';
import { PickCompany, type PickedCompany } from './pick-company.tsx';
import styles from './place-form.module.css';
import { type PlaceDialogProps, PlaceFields, PlaceForm, useSaying } from './place-form.tsx';
import type { PlaceDraft } from './place-moves.ts';

const atFields = ['role', 'since', 'newCompany.domain'];

/** Another company where somebody works: one that is known, or a new one. */
export function AddPlace({
  belongsTo,
  ...props
}: {
  /** Companies where they are already. */
  belongsTo: readonly string[];
} & PlaceDialogProps) {
  const say = useWords();
  const { say: send, wrong, busy } = useSaying(props);
  const [company, setCompany] = useState<PickedCompany | null>(null);
  const [domain, setDomain] = useState('');
  const [draft, setDraft] = useState<PlaceDraft>({ role: '', since: '', isMain: belongsTo.length === 0 });
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
    void send({
      kind: 'add',
      input: {
        ...where,
        role: draft.role.trim() || null,
        since: draft.since || null,
        isMain: draft.isMain,
      },
    });
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
        <PlaceFields draft={draft} onChange={setDraft} wrong={wrong} asksMain={belongsTo.length > 0} />
      </div>
    </PlaceForm>
  );
}
