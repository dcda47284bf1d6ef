import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import styles from './place-form.module.css';
import { type PlaceDialogProps, PlaceFields, PlaceForm, useSaying } from './place-form.tsx';
import { editOf, type Place, type PlaceDraft } from './place-moves.ts';

/** Another part that somebody plays in a company, or since when. */
export function EditPlace({ place, ...props }: { place: Place } & PlaceDialogProps) {
  const say = useWords();
  const { say: send, wrong, busy } = useSaying(props);
  const { company, role, since, isMain, until, isOurs, sourceName } = place;
  const [draft, setDraft] = useState<PlaceDraft>({ role: role ?? '', since: since ?? '', isMain });
  const save = () => {
    const input = editOf(place, draft);
    void send(...(input ? [{ kind: 'edit', companyId: company.id, input } as const] : []));
  };
  return (
    <PlaceForm
      title={say('places.editTitle', { company: company.name })}
      scope="places.change"
      keep={say('ui.save')}
      busy={busy}
      wrong={wrong && !['role', 'since'].includes(wrong.field ?? '') ? wrong.text : null}
      onSubmit={save}
      onClose={props.onClose}
    >
      <PlaceFields draft={draft} onChange={setDraft} wrong={wrong} first asksMain={!isMain && !until} />
      {!isOurs && (
        <p className={styles.note}>{say('places.standsUntil', { source: sourceText(sourceName, say) })}</p>
      )}
    </PlaceForm>
  );
}
