import { CircleAlert, CircleHelp, FileText } from 'lucide-react';
import { useIntl } from 'react-intl';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Fold } from '#ui/card/fold.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { ColumnsTable } from './columns-table.tsx';
import styles from './file-reading.module.css';
import { formatBytes } from './format-bytes.ts';
import { problemText } from './problem-text.ts';
import { ReadingFields } from './reading-fields.tsx';
import type { ImportFormat, ReadFile } from './types.ts';
import type { ReadingChange } from './use-moves.ts';

/** The format whose columns people map by hand. */
const freeFormat = 'csv-people';

/** How it is known which file of an audience export it is. */
const audienceTells = {
  COLUMNS: 'imports.audienceByColumns',
  PERSON: 'imports.audienceByPerson',
  NAME: 'imports.audienceByName',
  NOBODY: 'imports.audienceByNobody',
} as const satisfies Record<string, MessageId>;

/** One file of the second step: what it is, how it is written, what its columns hold. */
export function FileReading({
  file,
  formats,
  disabled,
  onChange,
}: {
  file: ReadFile;
  formats: readonly ImportFormat[];
  disabled: boolean;
  onChange: (change: ReadingChange) => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const guesses = file.formatGuesses;
  const others = formats.filter(({ name }) => !guesses.some(({ format }) => format.name === name));
  const sure = guesses.find(({ format }) => format.name === file.format?.name)?.confidence;
  const free = file.format?.name === freeFormat;
  const change = (part: Omit<ReadingChange, 'fileId'>) => onChange({ fileId: file.id, ...part });
  return (
    <section className={styles.file} aria-label={file.name}>
      <header className={styles.head}>
        <FileText size={20} aria-hidden />
        <div className={styles.title}>
          <h2>{file.name}</h2>
          <p>{formatBytes(locale, file.bytes)}</p>
        </div>
        {file.reading && (
          <Choice
            label={
              sure === undefined
                ? say('imports.formatChosen')
                : say('imports.formatSure', { sure: Math.round(sure * 100) })
            }
            value={file.format?.name ?? ''}
            disabled={disabled}
            onChoose={(format) => format && change({ format })}
          >
            {!file.format && <option value="">{say('imports.formatUnknown')}</option>}
            {guesses.length > 0 && (
              <optgroup label={say('imports.formatGuesses')}>
                {guesses.map(({ format, confidence }) => (
                  <option key={format.name} value={format.name}>
                    {say('imports.guess', { label: format.label, sure: Math.round(confidence * 100) })}
                  </option>
                ))}
              </optgroup>
            )}
            <optgroup label={say('imports.formatOthers')}>
              {others.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </optgroup>
          </Choice>
        )}
      </header>
      {file.problem && (
        <p className={styles.problem} role="alert">
          <CircleAlert size={17} aria-hidden />
          {problemText(file, say)}
        </p>
      )}
      {file.reading && (
        <>
          <ReadingFields file={file} disabled={disabled} onChange={change} />
          {file.audience && (
            <p className={file.audience.file ? styles.told : styles.asked} role="status">
              {!file.audience.file && <CircleHelp size={17} aria-hidden />}
              {say(audienceTells[file.audience.by ?? 'NOBODY'])}
            </p>
          )}
          {free ? (
            <ColumnsTable file={file} free disabled={disabled} onMapping={(mapping) => change({ mapping })} />
          ) : (
            <Fold label={say('imports.columns', { count: file.columns.length })}>
              <ColumnsTable file={file} free={false} disabled={disabled} onMapping={() => {}} />
            </Fold>
          )}
        </>
      )}
    </section>
  );
}
