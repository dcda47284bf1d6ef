import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import styles from './content.module.css';
import {
  kindWords,
  type LibraryLineShape,
  languageName,
  staleWords,
  statusTones,
  statusWords,
} from './words.ts';

/** The languages of a piece of content, and those that are missing. */
export function Languages({ has, misses }: { has: readonly string[]; misses: readonly string[] }) {
  const say = useWords();
  const { locale } = useIntl();
  return (
    <span className={styles.languages}>
      {has.map((code) => (
        <span key={code} title={languageName(code, locale)}>
          {code.toUpperCase()}
        </span>
      ))}
      {misses.map((code) => (
        <span
          key={code}
          data-missing
          title={say('content.missing', { language: languageName(code, locale) })}
        >
          {code.toUpperCase()} ?
        </span>
      ))}
    </span>
  );
}

/** One line of the library: what it is, where it stands, what came of it. */
export function LibraryLine({
  line,
  link,
  isCurrent,
}: {
  line: LibraryLineShape;
  link: (id: string, title: string) => ReactNode;
  isCurrent: boolean;
}) {
  const say = useWords();
  const { number, percent, ago } = useFormat();
  const { figures } = line;
  return (
    <li className={styles.line} data-current={isCurrent || undefined}>
      <div>
        <div className={styles.lineTitle}>
          {link(line.id, line.title)}
          {line.status !== 'PUBLISHED' && (
            <Pill tone={statusTones[line.status]}>{say(statusWords[line.status])}</Pill>
          )}
        </div>
        <p className={styles.sub}>
          {[
            say(kindWords[line.kind]),
            say('content.versionNo', { version: line.publishedVersion ?? line.version }),
            line.ownerName,
            say('content.touched', { when: ago(line.touchedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className={styles.marks}>
          <Languages has={line.languages} misses={line.missingLanguages} />
          {line.stale
            .filter((reason) => reason !== 'LANGUAGE_MISSING')
            .map((reason) => (
              <Pill key={reason} tone={reason === 'EXPIRED' ? 'bad' : 'warn'}>
                {say(staleWords[reason])}
              </Pill>
            ))}
        </div>
      </div>
      <div className={styles.where}>
        {line.stages.length === 0 && <span className={styles.sub}>{say('content.nowhere')}</span>}
        {line.stages.map((stage) => (
          <StagePill key={stage} stage={stage} />
        ))}
      </div>
      <div className={styles.figures}>
        <span>{say('content.used', { count: figures.used })}</span>
        <span className={styles.sub}>
          {figures.used > 0
            ? say('content.opened', {
                share: percent(figures.opened / figures.used),
                opened: number(figures.opened),
              })
            : '—'}
        </span>
        <span className={styles.sub}>
          {figures.rate !== null && figures.low !== null && figures.high !== null
            ? say('content.moved', {
                rate: percent(figures.rate),
                low: percent(figures.low),
                high: percent(figures.high),
                tried: number(figures.tried),
              })
            : say('content.notYetTried')}
        </span>
      </div>
    </li>
  );
}
