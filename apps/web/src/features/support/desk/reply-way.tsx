import { channelText } from '#lib/channel-text.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './composer.module.css';
import type { WorkTicket } from './desk.documents.ts';
import { segmentsOf } from './segments.ts';

/** A way to answer. */
export type ReplyWay = WorkTicket['replyWays'][number];

/** The way a reply goes: the one that was chosen, else the first. */
export const wayOf = (ticket: WorkTicket, via: string | undefined): ReplyWay | undefined =>
  ticket.replyWays.find(({ channel }) => channel === via) ?? ticket.replyWays[0];

/** Whether a way takes words of one's own no more. */
export const isShut = (way: ReplyWay | undefined, now = Date.now()): boolean =>
  Boolean(way?.openUntil && new Date(way.openUntil).getTime() <= now);

/** To whom a reply goes and how; where there are several ways, one of them is chosen here. */
export function WayChoice({
  ticket,
  way,
  onChoose,
}: {
  ticket: WorkTicket;
  way: ReplyWay | undefined;
  onChoose: (channel: string) => void;
}) {
  const say = useWords();
  if (!way) return <span className={styles.audience}>{say('support.noAddress')}</span>;
  const shown = ({ channel, toAddress, name }: ReplyWay) =>
    [toAddress.replace(/^chat:/, 'chat '), name || (channel === 'chat' ? '' : channelText(channel, say))]
      .filter(Boolean)
      .join(' · ');
  if (ticket.replyWays.length < 2)
    return <span className={styles.audience}>{say('support.to', { address: shown(way) })}</span>;
  return (
    <label className={styles.audience}>
      <span className="unseen">{say('support.via')}</span>
      <select value={way.channel} onChange={(event) => onChoose(event.target.value)}>
        {ticket.replyWays.map((one) => (
          <option key={one.channel} value={one.channel}>
            {say('support.to', { address: shown(one) })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a way takes: how long a text may be and in how many parts it goes, and until when it is open. */
export function WayLimits({ way, body }: { way: ReplyWay; body: string }) {
  const say = useWords();
  const { date } = useFormat();
  const { charactersAtMost: most, inSegments, openUntil } = way;
  if (most === null && !openUntil) return null;
  return (
    <p
      className={styles.limits}
      data-over={(most !== null && body.length > most) || isShut(way) || undefined}
    >
      {openUntil &&
        (isShut(way)
          ? say('support.windowClosed')
          : say('support.openUntil', { when: date(openUntil, 'dateTime') }))}
      {most !== null && body !== '' && (
        <span>
          {inSegments
            ? say('support.segments', { signs: body.length, most, parts: segmentsOf(body) })
            : say('support.signs', { signs: body.length, most })}
        </span>
      )}
    </p>
  );
}
