import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { type Keepable, publishPromise } from './promises.documents.ts';
import styles from './promises.module.css';
import { channelText, kindWords, spanText } from './words.ts';

/** Puts up a promise for everybody: the calculator says at once whether it would be kept, and what would be. */
export function PublishDialog({
  keepable,
  onClose,
  onPublished,
}: {
  keepable: readonly Keepable[];
  onClose: () => void;
  onPublished: () => void;
}) {
  const say = useWords();
  const { percent } = useFormat();
  const client = useApolloClient();
  const [at, setAt] = useState(0);
  const [minutes, setMinutes] = useState(0.5);
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  useCommands({ id: 'publish-promise', label: 'promises.publish', exclusive: true, commands: [] });
  const what = keepable[at];
  const weighed = what?.candidates.find((each) => each.minutes === minutes);
  const holds = weighed?.isKeepable ?? false;

  const send = async () => {
    if (!what || busy) return;
    setBusy(true);
    try {
      const { data } = await client.mutate({
        mutation: publishPromise,
        variables: {
          input: {
            kind: what.kind,
            channel: what.channel,
            minutes,
            words: words.trim(),
            ...(holds ? {} : { overrideReason: reason.trim() || null }),
          },
        },
      });
      const answer = data?.publishPromise;
      if (answer?.__typename === 'PublishedPromise') {
        sayDone(say('promises.publishedNow'));
        onPublished();
        onClose();
      } else sayFailed(answer ? refusalText(answer, say) : say('promises.failed'));
    } catch {
      sayFailed(say('promises.failed'));
    }
    setBusy(false);
  };

  return (
    <Dialog label={say('promises.publish')} onClose={onClose}>
      <DialogHead title={say('promises.publish')} onClose={onClose} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className={styles.two}>
          <label>
            {say('promises.what')}
            <select data-first value={at} onChange={(event) => setAt(Number(event.target.value))}>
              {keepable.map((each, place) => (
                <option key={`${each.kind} ${each.channel}`} value={place}>
                  {say(kindWords[each.kind])} · {channelText(each.channel, say)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('promises.within')}
            <select value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
              {what?.candidates.map((each) => (
                <option key={each.minutes} value={each.minutes}>
                  {spanText(each.minutes, say)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label>
          {say('promises.words')}
          <textarea
            rows={2}
            required
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {weighed && (
          <div className={styles.verdict} data-refused={!holds || undefined} role="status">
            <b>{say(holds ? 'promises.holds' : 'promises.holdsNot', { time: spanText(minutes, say) })}</b>
            <span>
              {weighed.share.p === null || weighed.share.lo === null
                ? say('promises.unknown')
                : say('promises.because', {
                    k: weighed.share.k,
                    n: weighed.share.n,
                    least: percent(weighed.share.lo),
                    needed: percent(what?.needed ?? 0),
                  })}
            </span>
            {!holds && (
              <span>
                {what?.shortest
                  ? say('promises.instead', { time: spanText(what.shortest.minutes, say) })
                  : say('promises.nothingInstead')}
              </span>
            )}
            {!holds && what?.shortest && (
              <Button onClick={() => setMinutes(what.shortest?.minutes ?? minutes)}>
                {say('promises.take', { time: spanText(what.shortest.minutes, say) })}
              </Button>
            )}
          </div>
        )}
        {!holds && (
          <label>
            {say('promises.reason')}
            <textarea
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        <footer className={styles.foot}>
          <Button tone="quiet" onClick={onClose}>
            {say('promises.cancel')}
          </Button>
          <Button
            type="submit"
            tone={holds ? 'primary' : 'danger'}
            disabled={busy || !words.trim() || (!holds && reason.trim().length < 5)}
          >
            {say(holds ? 'promises.publish' : 'promises.publishAnyway')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
