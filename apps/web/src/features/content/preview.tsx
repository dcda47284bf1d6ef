import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import { Card } from '#ui/card/card.tsx';
import styles from './content.module.css';
import { Markup } from './markup.tsx';
import { languageName, type WholeContent } from './words.ts';

/** What a piece of content says, language by language: the newest version, or the one in use beside it. */
export function Preview({ item }: { item: WholeContent }) {
  const say = useWords();
  const { locale } = useIntl();
  const [chosen, setChosen] = useState<number | null>(null);
  const version = item.versions.find((one) => one.version === (chosen ?? item.version)) ?? item.versions[0];
  const translations = version?.translations ?? [];
  const [language, setLanguage] = useState(locale);
  const shown = translations.find((one) => one.language === language) ?? translations[0];
  const other = item.publishedVersion !== null && item.publishedVersion !== item.version;
  return (
    <Card
      title={say('content.saysThis')}
      aside={
        other && (
          <span className={styles.tabs} role="tablist" aria-label={say('content.versions')}>
            {[item.version, item.publishedVersion as number].map((number) => (
              <button
                key={number}
                type="button"
                aria-selected={version?.version === number}
                role="tab"
                onClick={() => setChosen(number)}
              >
                {say(number === item.publishedVersion ? 'content.inUseNow' : 'content.nextOne', {
                  version: number,
                })}
              </button>
            ))}
          </span>
        )
      }
    >
      <div className={styles.tabs} role="tablist" aria-label={say('content.languages')}>
        {translations.map((one) => (
          <button
            key={one.language}
            type="button"
            role="tab"
            aria-selected={one === shown}
            onClick={() => setLanguage(one.language)}
          >
            {languageName(one.language, locale)}
          </button>
        ))}
      </div>
      {shown && (
        <>
          <p className={styles.previewTitle} lang={shown.language}>
            {shown.title}
          </p>
          {shown.body && <Markup text={shown.body} language={shown.language} />}
          {shown.link && (
            <p>
              <a href={shown.link} target="_blank" rel="noopener noreferrer">
                {shown.link}
              </a>
            </p>
          )}
          {shown.fileId && (
            <p>
              <a href={`/content-files/${shown.fileId}`} download>
                {shown.fileName}
              </a>
            </p>
          )}
        </>
      )}
      {version && version.claims.length > 0 && (
        <div className={styles.claims}>
          <strong>{say('content.makesExpect')}</strong>
          <ul>
            {version.claims.map((claim) => (
              <li key={claim}>{claim}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
