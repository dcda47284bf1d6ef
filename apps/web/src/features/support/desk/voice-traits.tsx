import { useWords } from '#lib/intl/words.ts';
import { Choice } from '#ui/form/choice.tsx';
import { ShortText } from '#ui/form/short-text.tsx';

interface Traits {
  ratingAtMost: number | null;
  channels: string[];
}

/** Of which reviews and mentions a policy speaks: by their stars and by where they stand. */
export function VoiceTraits<Policy extends Traits>({
  policy,
  mayChange,
  keep,
}: {
  policy: Policy;
  mayChange: boolean;
  keep: (policy: Policy) => void;
}) {
  const say = useWords();
  return (
    <>
      <Choice
        label={say('support.slaRating')}
        value={policy.ratingAtMost ?? ''}
        disabled={!mayChange}
        onChoose={(rating) => keep({ ...policy, ratingAtMost: rating === '' ? null : Number(rating) })}
      >
        <option value="">{say('support.slaAll')}</option>
        {[1, 2, 3, 4].map((rating) => (
          <option key={rating} value={rating}>
            {say('support.slaStars', { rating })}
          </option>
        ))}
      </Choice>
      <ShortText
        label={say('support.slaSites')}
        hint={say('support.slaAll')}
        value={policy.channels.join(', ')}
        disabled={!mayChange}
        onKeep={(text) =>
          keep({
            ...policy,
            channels: text
              .split(',')
              .map((site) => site.trim())
              .filter(Boolean),
          })
        }
      />
    </>
  );
}
