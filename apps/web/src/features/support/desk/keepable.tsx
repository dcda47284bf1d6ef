import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import styles from './service-levels.module.css';
import { channelWords } from './words.ts';

/** What past work would keep, of one kind on one channel. */
interface Found {
  kind: string;
  channel: string;
  shortest: { minutes: number } | null;
}

const kinds = ['REPLY', 'RESOLUTION'] as const;

/** What past work would keep, channel by channel: what a service level may say without wishing. */
export function Keepable({ found }: { found: readonly Found[] }) {
  const say = useWords();
  const { locale } = useIntl();
  const time = (minutes: number): string => {
    const [unit, size] =
      minutes >= 2_880
        ? (['day', 1_440] as const)
        : minutes >= 60
          ? (['hour', 60] as const)
          : (['minute', 1] as const);
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    }).format(minutes / size);
  };
  const channels = [...new Set(found.map(({ channel }) => channel))];
  const lines = channels.flatMap((channel) => {
    const said = kinds.flatMap((kind) => {
      const one = found.find((each) => each.channel === channel && each.kind === kind);
      return one?.shortest ? [say(`support.keepable${kind}`, { time: time(one.shortest.minutes) })] : [];
    });
    return said.length > 0 ? [{ channel, said }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <div className={styles.keepable}>
      <p>{say('support.keepable')}</p>
      <ul>
        {lines.map(({ channel, said }) => (
          <li key={channel}>
            <b>
              {Object.hasOwn(channelWords, channel)
                ? say(channelWords[channel as keyof typeof channelWords])
                : channel}
            </b>{' '}
            {said.join(' · ')}
          </li>
        ))}
      </ul>
      <a href="/promises">{say('support.keepablePublish')}</a>
    </div>
  );
}
