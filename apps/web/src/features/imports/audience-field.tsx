import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Choice } from '#ui/form/choice.tsx';
import type { AudienceFile, ReadFile } from './types.ts';
import type { ReadingChange } from './use-moves.ts';

const words: Record<AudienceFile, MessageId> = {
  SUBSCRIBED: 'imports.audience.SUBSCRIBED',
  UNSUBSCRIBED: 'imports.audience.UNSUBSCRIBED',
  CLEANED: 'imports.audience.CLEANED',
  NONSUBSCRIBED: 'imports.audience.NONSUBSCRIBED',
};
const files = Object.keys(words) as AudienceFile[];

/** Which file of an audience export this is: found out or said, and nobody can say otherwise than its columns do. */
export function AudienceField({
  audience: { file, by },
  disabled,
  onChange,
}: {
  audience: NonNullable<ReadFile['audience']>;
  disabled: boolean;
  onChange: (change: Omit<ReadingChange, 'fileId'>) => void;
}) {
  const say = useWords();
  return (
    <Choice
      label={say('imports.audience')}
      value={file ?? ''}
      disabled={disabled || by === 'COLUMNS'}
      onChoose={(chosen) => onChange({ audienceFile: chosen.toLowerCase() })}
    >
      {(!file || by === 'PERSON') && <option value="">{say('imports.audienceUnsaid')}</option>}
      {files.map((one) => (
        <option key={one} value={one}>
          {say(words[one])}
        </option>
      ))}
    </Choice>
  );
}
