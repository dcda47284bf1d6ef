import { CurrencyChoice, PhoneCountryChoice, ZoneChoice } from '#ui/form/unsaid-choices.tsx';
import type { ReadFile } from './types.ts';
import type { ReadingChange } from './use-moves.ts';

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
  return (
    <>
      <ZoneChoice
        chosen={reading.timeZone}
        disabled={disabled}
        onChoose={(timeZone) => onChange({ timeZone })}
      />
      {file.format?.hasPhones && (
        <PhoneCountryChoice
          chosen={reading.phoneCountry ?? ''}
          disabled={disabled}
          onChoose={(phoneCountry) => onChange({ phoneCountry })}
        />
      )}
      {file.format?.hasAmounts && (
        <CurrencyChoice
          chosen={reading.currency ?? ''}
          disabled={disabled}
          onChoose={(currency) => onChange({ currency })}
        />
      )}
    </>
  );
}
