import { useQuery } from '@apollo/client/react';
import { Trash2 } from 'lucide-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Department } from '#lib/department.ts';
import type { Stage } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Field } from '#ui/form/field.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { libraryQuery, placementsQuery } from './content.documents.ts';
import styles from './content.module.css';
import { useLibrary } from './use-library.ts';
import { kindWords } from './words.ts';

/** What stands in one cell of the journey, a stage for a department: listed, taken away, and more of it attached by typing its name. */
export function CellContent({
  stage,
  department,
  link,
}: {
  stage: Stage;
  department: Department;
  link: (id: string, title: string) => ReactNode;
}) {
  const say = useWords();
  const { data, error, refetch } = useQuery(placementsQuery, { fetchPolicy: 'cache-and-network' });
  const library = useLibrary();
  const mayPlace = may('Mutation.placeContent');
  const here = data?.contentPlacements.filter((one) => one.stage === stage && one.department === department);
  return (
    <div className={styles.group}>
      {error && !data && <Broken onRetry={() => void refetch()} />}
      {!data && !error && <Bone height={32} />}
      {here?.length === 0 && <CardNote>{say('content.emptyCell')}</CardNote>}
      <ul>
        {here?.map(({ id, item }) => (
          <li key={id} className={styles.placement}>
            <span>
              {item && link(item.id, item.title)}
              {item && <small className={styles.sub}>{say(kindWords[item.kind])}</small>}
            </span>
            {mayPlace && (
              <button
                type="button"
                className={styles.remove}
                aria-label={say('content.unplaceThis', { title: item?.title ?? '' })}
                onClick={() => void library.unplace(id)}
              >
                <Trash2 size={15} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayPlace && (
        <Attach
          known={new Set(here?.map(({ item }) => item?.id ?? ''))}
          onChoose={(contentId) => library.place({ contentId, stage, department })}
        />
      )}
    </div>
  );
}

/** Finds content by its words and attaches what is chosen. */
function Attach({
  known,
  onChoose,
}: {
  known: ReadonlySet<string>;
  onChoose: (id: string) => Promise<boolean>;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery(libraryQuery, {
    variables: { language: locale, filter: { text: asked } },
    skip: asked === '',
  });
  const found = data?.contentLibrary.edges.map(({ node }) => node).filter(({ id }) => !known.has(id)) ?? [];
  return (
    <>
      <Field
        type="search"
        label={say('content.attach')}
        hint={say('content.attachHint')}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      {asked !== '' && (
        <div className={styles.found}>
          {data && found.length === 0 && <CardNote>{say('content.noneLike')}</CardNote>}
          {found.slice(0, 12).map((line) => (
            <button
              key={line.id}
              type="button"
              onClick={() => {
                void onChoose(line.id).then((done) => done && setText(''));
              }}
            >
              <span>{line.title}</span>
              <small className={styles.sub}>{say(kindWords[line.kind])}</small>
            </button>
          ))}
        </div>
      )}
    </>
  );
}

/** How many pieces of content stand in each cell, by `STAGE DEPARTMENT`; nothing while it is not known. */
export function useCellCounts(): ReadonlyMap<string, number> | null {
  const { data } = useQuery(placementsQuery, { fetchPolicy: 'cache-and-network' });
  if (!data) return null;
  const counts = new Map<string, number>();
  for (const { stage, department } of data.contentPlacements) {
    const cell = `${stage} ${department}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}
