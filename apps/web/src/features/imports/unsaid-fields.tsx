import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { placesByName } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import { Choice } from '#ui/form/choice.tsx';
import type { ReadFile } from './types.ts';
import type { ReadingChange } from './use-moves.ts';

const zones = Intl.supportedValuesOf('timeZone');
const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const currencyCodes = Intl.supportedValuesOf('currency');

/** What a file leaves unsaid: the zone of its times, where its phone numbers are dialled, of which currency its amounts are. */
export function UnsaidFields({
  file,
  reading,
  disabled,
  onChange,
}: {
  file: ReadFile;
  reading: NonNullable<ReadFile['reading']>;
  disabled: boolean;
  onChange: (change: Omit<ReadingChange, 'fileId'>) => void;
}) {
  const say = useWords();
  return (
    <>
      <Choice
        label={say('imports.timeZone')}
        value={reading.timeZone}
        disabled={disabled}
        onChoose={(timeZone) => onChange({ timeZone })}
      >
        {[...new Set([reading.timeZone, here, 'UTC', ...zones])].map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Choice>
      {file.format?.hasPhones && (
        <PhoneCountry
          chosen={reading.phoneCountry ?? ''}
          disabled={disabled}
          onChoose={(phoneCountry) => onChange({ phoneCountry })}
        />
      )}
      {file.format?.hasAmounts && (
        <Currency
          chosen={reading.currency ?? ''}
          disabled={disabled}
          onChoose={(currency) => onChange({ currency })}
        />
      )}
    </>
  );
}

interface OneOfMany {
  /** A code, or nothing: not known. */
  chosen: string;
  disabled: boolean;
  onChoose: (code: string) => void;
}

function PhoneCountry({ chosen, disabled, onChoose }: OneOfMany) {
  const say = useWords();
  const { locale } = useIntl();
  const countries = useMemo(() => placesByName(locale, 'region'), [locale]);
  return (
    <Choice label={say('imports.phoneCountry')} value={chosen} disabled={disabled} onChoose={onChoose}>
      <option value="">{say('imports.notKnown')}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Choice>
  );
}

function Currency({ chosen, disabled, onChoose }: OneOfMany) {
  const say = useWords();
  const { locale } = useIntl();
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'currency' }), [locale]);
  return (
    <Choice label={say('imports.currency')} value={chosen} disabled={disabled} onChoose={onChoose}>
      <option value="">{say('imports.notKnown')}</option>
      {currencyCodes.map((code) => (
        <option key={code} value={code}>
          {code} · {names.of(code)}
        </option>
      ))}
    </Choice>
  );
}
