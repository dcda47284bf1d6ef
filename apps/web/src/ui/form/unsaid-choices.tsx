import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { placesByName } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import { Choice } from './choice.tsx';

const zones = Intl.supportedValuesOf('timeZone');
const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const currencyCodes = Intl.supportedValuesOf('currency');

interface OneOfMany {
  /** A code, or nothing: not known. */
  chosen: string;
  disabled?: boolean;
  onChoose: (code: string) => void;
}

/** The zone of times that name none. */
export function ZoneChoice({ chosen, disabled, onChoose }: OneOfMany) {
  const say = useWords();
  return (
    <Choice label={say('ui.timeZone')} value={chosen} disabled={disabled} onChoose={onChoose}>
      {[...new Set([chosen, here, 'UTC', ...zones])].map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Choice>
  );
}

/** Where phone numbers without a country are dialled. */
export function PhoneCountryChoice({ chosen, disabled, onChoose }: OneOfMany) {
  const say = useWords();
  const { locale } = useIntl();
  const countries = useMemo(() => placesByName(locale, 'region'), [locale]);
  return (
    <Choice label={say('ui.phoneCountry')} value={chosen} disabled={disabled} onChoose={onChoose}>
      <option value="">{say('ui.unknown')}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Choice>
  );
}

/** Of which currency amounts are that name none. */
export function CurrencyChoice({ chosen, disabled, onChoose }: OneOfMany) {
  const say = useWords();
  const { locale } = useIntl();
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'currency' }), [locale]);
  return (
    <Choice label={say('ui.currency')} value={chosen} disabled={disabled} onChoose={onChoose}>
      <option value="">{say('ui.unknown')}</option>
      {currencyCodes.map((code) => (
        <option key={code} value={code}>
          {code} · {names.of(code)}
        </option>
      ))}
    </Choice>
  );
}
