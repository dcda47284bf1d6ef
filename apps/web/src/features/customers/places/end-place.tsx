import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { localDay } from '#lib/local-day.ts';
import { sourceText } from '#lib/source-text.ts';
import { Field } from '#ui/form/field.tsx';
import styles from './place-form.module.css';
import { type PlaceDialogProps, PlaceForm, useSaying } from './place-form.tsx';
import type { Place } from './place-moves.ts';

/** On which day somebody left a company: today, unless it was another one. */
export function EndPlace({ place, ...props }: { place: Place } & PlaceDialogProps) {
  const say = useWords();
  const { say: send, wrong, busy } = useSaying(props);
  const { company, since, until: before, isOurs, sourceName } = place;
  const [until, setUntil] = useState(() => before ?? localDay());
  return (
    <PlaceForm
      title={say('places.endTitle', { company: company.name })}
      scope="places.left"
      keep={say('ui.save')}
      ready={until !== ''}
      busy={busy}
      wrong={wrong && wrong.field !== 'until' ? wrong.text : null}
      onSubmit={() =>
        void send(...(until === before ? [] : [{ kind: 'end', companyId: company.id, until } as const]))
      }
      onClose={props.onClose}
    >
      <Field
        label={say('places.lastDay')}
        type="date"
        first
        required
        min={since ?? undefined}
        max={localDay()}
        value={until}
        wrong={wrong?.field === 'until' ? wrong.text : null}
        onChange={(event) => setUntil(event.target.value)}
      />
      <p className={styles.note}>
        {isOurs ? say('places.isKept') : say('places.isKeptUntil', { source: sourceText(sourceName, say) })}
      </p>
    </PlaceForm>
  );
}
