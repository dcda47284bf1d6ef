import { useQuery } from '@apollo/client/react';
import type { Department } from '#lib/department.ts';
import { useWords } from '#lib/intl/words.ts';
import { kindText } from '#lib/kind-text.ts';
import { Broken } from '#ui/card/broken.tsx';
import { type KindChoice, kindChoices } from './kind-choice.ts';
import { timelineKindsQuery } from './timeline.query.ts';
import styles from './timeline-filters.module.css';

/** Chooses among the kinds of all that happened to a customer; those that are not shown are asked for when somebody wants to choose. */
export function KindChoices({
  customerId,
  shown,
  departments,
  chosen,
  choose,
}: {
  customerId: string;
  /** The kinds that the timeline shows as it is: there at once, for the eyes and for the keyboard. */
  shown: readonly string[];
  /** Those that were chosen; all of them when missing. */
  departments: Department[] | undefined;
  chosen: readonly string[];
  choose: (kinds: string[]) => void;
}) {
  const say = useWords();
  const { data, previousData, error, refetch } = useQuery(timelineKindsQuery, {
    variables: { id: customerId, ...(departments && { departments }) },
    fetchPolicy: 'cache-and-network',
  });
  const known = (data ?? previousData)?.customer?.timelineKinds ?? shown;
  const choices = kindChoices(known, chosen, (kind) => kindText(kind, say));
  const toggle = ({ kinds }: KindChoice, on: boolean) => {
    const others = chosen.filter((kind) => !kinds.includes(kind));
    choose(on ? [...others, ...kinds] : others);
  };
  return (
    <fieldset className={styles.kinds}>
      <legend className="unseen">{say('timeline.kinds')}</legend>
      {data && choices.length === 0 && <p>{say('timeline.none')}</p>}
      {choices.map((choice) => (
        <label key={choice.text}>
          <input
            type="checkbox"
            checked={choice.kinds.some((kind) => chosen.includes(kind))}
            onChange={(event) => toggle(choice, event.target.checked)}
          />
          {choice.text}
        </label>
      ))}
      {error && <Broken onRetry={() => void refetch()} />}
    </fieldset>
  );
}
