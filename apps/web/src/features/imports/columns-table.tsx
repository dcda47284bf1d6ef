import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Choice } from '#ui/form/choice.tsx';
import { Table } from '#ui/table/table.tsx';
import styles from './file-reading.module.css';
import { mapColumn, type PersonField, personFields } from './mapping.ts';
import type { ReadFile } from './types.ts';

const fieldWords: Record<PersonField, MessageId> = {
  id: 'imports.fieldId',
  fullName: 'imports.fieldFullName',
  givenName: 'imports.fieldGivenName',
  familyName: 'imports.fieldFamilyName',
  email: 'imports.fieldEmail',
  phone: 'imports.fieldPhone',
  company: 'imports.fieldCompany',
  jobTitle: 'imports.fieldJobTitle',
  street: 'imports.fieldStreet',
  city: 'imports.fieldCity',
  region: 'imports.fieldRegion',
  postcode: 'imports.fieldPostcode',
  country: 'imports.fieldCountry',
  language: 'imports.fieldLanguage',
  birthDate: 'imports.fieldBirthDate',
  website: 'imports.fieldWebsite',
  owner: 'imports.fieldOwner',
  lifecycle: 'imports.fieldLifecycle',
  tags: 'imports.fieldTags',
  linkedin: 'imports.fieldLinkedin',
  twitter: 'imports.fieldTwitter',
  facebook: 'imports.fieldFacebook',
  instagram: 'imports.fieldInstagram',
  changedAt: 'imports.fieldChangedAt',
  delete: 'imports.fieldDelete',
};

/** The columns of a file with a few of their values; in a table of one's own, each is sent to one of our fields. */
export function ColumnsTable({
  file,
  free,
  disabled,
  onMapping,
}: {
  file: ReadFile;
  /** Whether the columns are mapped by hand. */
  free: boolean;
  disabled: boolean;
  onMapping: (mapping: unknown) => void;
}) {
  const say = useWords();
  const head = [say('imports.column'), say('imports.samples'), ...(free ? [say('imports.goesTo')] : [])];
  return (
    <Table label={say('imports.columnsOf', { name: file.name })} head={head}>
      {file.columns.map((column) => (
        <tr key={column.name}>
          <td className={styles.column}>{column.name}</td>
          <td className={styles.samples}>
            {column.samples.length > 0 ? column.samples.join(' · ') : say('imports.noSamples')}
          </td>
          {free && (
            <td>
              <Choice
                label={say('imports.columnGoesTo', { column: column.name })}
                hideLabel
                disabled={disabled}
                value={column.mappedTo ?? ''}
                onChoose={(field) => onMapping(mapColumn(file.columns, column.name, field || null))}
              >
                <option value="">{say('imports.nowhere')}</option>
                {personFields.map((field) => (
                  <option key={field} value={field}>
                    {say(fieldWords[field])}
                  </option>
                ))}
              </Choice>
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}
