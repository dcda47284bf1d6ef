import { channelText } from '#lib/channel-text.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './composer.module.css';
import type { WorkTicket } from './desk.documents.ts';
import { segmentsOf } from './segments.ts';

/** A way to answer. */
export type ReplyWay = WorkTicket['replyWays'][number];

/**
 * The way a reply goes: the one that was chosen, else the one the customer told us to prefer, else the first. Who waits in a chat window is
 * answered there, whatever they like at other times.
 */
export function wayOf(
  ticket: Pick<WorkTicket, 'replyWays' | 'customer'>,
  via: string | undefined,
  now = Date.now(),
): ReplyWay | undefined {
  const [first] = ticket.replyWays;
  const preferred = ticket.customer?.preferredChannel;
  const liked =
    preferred?.because === 'TOLD' && first?.channel !== 'chat'
      ? ticket.replyWays.find((way) => way.channel === preferred.channel && !isShut(way, now))
      : undefined;
  return ticket.replyWays.find(({ channel }) => channel === via) ?? liked ?? first;
}

/** Whether a way takes words of one's own no more. */
export function isShut(way: ReplyWay | undefined, now = Date.now()): boolean {
  return Boolean(way?.openUntil && new Date(way.openUntil).getTime() <= now);
}

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
    [
      toAddress.replace(/^chat:/, 'chat '),
      name || (channel === 'chat' ? '' : channelText(channel, say)),
      ticket.customer?.preferredChannel?.channel === channel && ticket.replyWays.length > 1
        ? say('support.preferredWay')
        : '',
    ]
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
