import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Card } from '#ui/card/card.tsx';
import styles from './help-voice.module.css';

const helpVoiceQuery = graphql(`
  query HelpVoice {
    searchGaps(first: 8) { words language times lastAt }
    articleVoices(first: 8) { itemId title helpful unhelpful comments }
  }
`);

/** What readers of the help centre look for in vain, and what they say of its articles: what to write next. Nothing until there is something. */
export function HelpVoice({ link }: { link: (id: string, title: string) => ReactNode }) {
  const say = useWords();
  const { ago, number } = useFormat();
  const { data } = useQuery(helpVoiceQuery, { fetchPolicy: 'cache-and-network' });
  const gaps = data?.searchGaps ?? [];
  const voices = data?.articleVoices ?? [];
  if (gaps.length === 0 && voices.length === 0) return null;
  return (
    <div className={styles.voice}>
      {gaps.length > 0 && (
        <Card title={say('content.gaps')}>
          <p className={styles.text}>{say('content.gapsText')}</p>
          <ul>
            {gaps.map(({ words, language, times, lastAt }) => (
              <li key={`${language} ${words}`}>
                <b lang={language}>{words}</b>
                <small>{say('content.gapTimes', { count: times, when: ago(lastAt) })}</small>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {voices.length > 0 && (
        <Card title={say('content.articleVoices')}>
          <ul>
            {voices.map(({ itemId, title, helpful, unhelpful, comments }) => (
              <li key={itemId}>
                {link(itemId, title ?? '–')}
                <small>
                  {say('content.articleHelped', {
                    helpful: number(helpful),
                    all: number(helpful + unhelpful),
                  })}
                </small>
                {comments.map((comment) => (
                  <q key={comment}>{comment}</q>
                ))}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
