import { Copy, CornerDownLeft, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { HoverNote } from '#ui/hover/hover-note.tsx';
import { Menu } from '#ui/menu/menu.tsx';
import styles from './content.module.css';
import type { Giving } from './use-giving.ts';
import { kindWords, type OfferedShape, reasonText } from './words.ts';

/** One piece of content that fits: what it is, why it is here, how sure that is, and the ways to give it. */
export function OfferedLine({
  offer,
  giving,
  keys,
  link,
}: {
  offer: OfferedShape;
  /** The ways to give it; nothing for who may not. */
  giving: Giving | null;
  keys?: string | undefined;
  link: (id: string, title: string) => ReactNode;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { ago, percent, number } = useFormat();
  const { item, title, language, kind, share, tried, worked, workedLow, workedHigh, givenAt } = offer;
  const why = offer.reasons
    .filter(({ code }) => code !== 'STAGE' && code !== 'GIVEN')
    .map((reason) => reasonText(reason, say, locale));
  const evidence =
    tried > 0 && workedLow !== null && workedHigh !== null
      ? say('content.worked', {
          worked: number(worked),
          tried: number(tried),
          low: percent(workedLow),
          high: percent(workedHigh),
        })
      : say('content.untried');
  const isGiven = givenAt !== null;
  return (
    <li className={styles.offer} data-given={isGiven || undefined}>
      <div className={styles.offerHead}>
        <span className={styles.offerTitle} lang={language}>
          {item ? link(item.id, title) : title}
        </span>
        {giving && (
          <span className={styles.offerActs}>
            <button
              type="button"
              className={styles.insert}
              aria-label={say(giving.inserts ? 'content.insertThis' : 'content.copyThis', { title })}
              onClick={() => void giving.insert(offer)}
            >
              {giving.inserts ? <CornerDownLeft size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
              {say(giving.inserts ? 'content.insert' : 'content.copy')}
              {keys && <KeyHint keys={keys} />}
            </button>
            <Menu
              label={say('content.moreWays', { title })}
              trigger={<Ellipsis size={16} aria-hidden />}
              className={styles.more}
              items={[
                { id: 'sent', label: say('content.logSent'), onSelect: () => void giving.logSent(offer) },
                { id: 'shown', label: say('content.logShown'), onSelect: () => void giving.logShown(offer) },
              ]}
            />
          </span>
        )}
      </div>
      <p className={styles.why}>
        {[say(kindWords[kind]), ...why].join(' · ')}
        {isGiven && <strong> · {say('content.given', { when: ago(givenAt) })}</strong>}
      </p>
      <p className={styles.why}>
        {share > 0 && (
          <>
            <HoverNote note={say('content.shareNote', { share: percent(share), settings: offer.settings })}>
              {say('content.share', { share: number(Math.round(share * 100)) })}
            </HoverNote>
            {' · '}
          </>
        )}
        {evidence}
      </p>
    </li>
  );
}
