import { useWords } from '#lib/intl/words.ts';
import { Choice } from '#ui/form/choice.tsx';
import { ShortText } from '#ui/form/short-text.tsx';
import { AudienceField } from './audience-field.tsx';
import styles from './file-reading.module.css';
import { sourceKeyOf } from './source-key.ts';
import type { ReadFile } from './types.ts';
import { UnsaidFields } from './unsaid-fields.tsx';
import type { ReadingChange } from './use-moves.ts';

const encodings = [
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252'],
  ['windows-1250', 'Windows-1250'],
  ['iso-8859-2', 'ISO 8859-2'],
] as const;
const separators = [',', ';', '\t', '|'] as const;
const dateOrders = [
  ['YMD', '2026-12-31'],
  ['DMY', '31.12.2026'],
  ['MDY', '12/31/2026'],
] as const;
const decimals = [
  ['.', '1234.5'],
  [',', '1234,5'],
] as const;

/** How a file is written: found out by the server, shown, and changeable. */
export function ReadingFields({
  file,
  disabled,
  onChange,
}: {
  file: ReadFile;
  disabled: boolean;
  onChange: (change: Omit<ReadingChange, 'fileId'>) => void;
}) {
  const say = useWords();
  const { reading } = file;
  // A file that could not be opened has nothing to show or change.
  if (!reading) return null;
  return (
    <div className={styles.reading}>
      {file.source && (
        <ShortText
          label={say('imports.source')}
          hint={say('imports.sourceHint')}
          value={file.source.key}
          disabled={disabled}
          onKeep={(name) => {
            const source = sourceKeyOf(name);
            if (source) onChange({ source });
          }}
        />
      )}
      <Choice
        label={say('imports.encoding')}
        value={reading.encoding}
        disabled={disabled}
        onChoose={(encoding) => onChange({ encoding })}
      >
        {!encodings.some(([value]) => value === reading.encoding) && (
          <option value={reading.encoding}>{reading.encoding}</option>
        )}
        {encodings.map(([value, label]) => (
          <option key={value} value={value}>
            {value === reading.encoding && reading.hasByteOrderMark
              ? say('imports.withMark', { encoding: label })
              : label}
          </option>
        ))}
      </Choice>
      {reading.separator && (
        <Choice
          label={say('imports.separator')}
          value={reading.separator}
          disabled={disabled}
          onChoose={(separator) => onChange({ separator })}
        >
          {separators.map((value) => (
            <option key={value} value={value}>
              {value === '\t' ? say('imports.tab') : value}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label={say('imports.dates')}
        value={reading.dateOrder}
        disabled={disabled}
        onChoose={(dateOrder) => onChange({ dateOrder })}
      >
        {dateOrders.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice
        label={say('imports.decimals')}
        value={reading.decimal}
        disabled={disabled}
        onChoose={(decimal) => onChange({ decimal })}
      >
        {decimals.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      {file.audience && <AudienceField audience={file.audience} disabled={disabled} onChange={onChange} />}
      <UnsaidFields file={file} reading={reading} disabled={disabled} onChange={onChange} />
    </div>
  );
}
