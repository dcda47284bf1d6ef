import { useApolloClient, useQuery } from '@apollo/client/react';
import { changeHotkeys, hotkeyPreferences } from '#lib/hotkeys/preferences.ts';
import { useLocale } from '#lib/intl/locale-context.ts';
import { isLocale, localeNames, locales } from '#lib/intl/locales.ts';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { Card } from '#ui/card/card.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { chooseScheme, type Scheme, scheme } from '#ui/theme/scheme.ts';
import { PasswordChange } from './password-change.tsx';
import { roleWords } from './role-words.ts';
import { SessionList } from './session-list.tsx';
import { changeLanguage, meQuery } from './settings.documents.ts';
import styles from './settings.module.css';

/** What one chooses for oneself: language, colours, keys, password, and where one is signed in. */
export function MeSection() {
  const say = useWords();
  const client = useApolloClient();
  const [locale, setLocale] = useLocale();
  const colours = useStore(scheme);
  const { singleKeys } = useStore(hotkeyPreferences);
  const { data, error, refetch } = useQuery(meQuery, { fetchPolicy: 'cache-and-network' });
  const me = data?.viewer?.user;
  const speak = async (next: string) => {
    if (!isLocale(next)) return;
    setLocale(next);
    // The browser remembers it already; the account remembers it for the next browser.
    await client
      .mutate({ mutation: changeLanguage, variables: { language: next } })
      .catch(() => sayFailed(say('access.noAnswer')));
  };
  if (error && !me) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.cards}>
      <Card title={say('access.me')}>
        <dl className={styles.facts}>
          <div>
            <dt>{say('access.name')}</dt>
            <dd>{me?.name}</dd>
          </div>
          <div>
            <dt>{say('access.email')}</dt>
            <dd>{me?.email}</dd>
          </div>
          <div>
            <dt>{say('access.role')}</dt>
            <dd>{me && say(roleWords[me.role])}</dd>
          </div>
        </dl>
      </Card>
      <Card title={say('access.looks')}>
        <div className={styles.fields}>
          <Choice label={say('access.language')} value={locale} onChoose={(next) => void speak(next)}>
            {locales.map((each) => (
              <option key={each} value={each} lang={each}>
                {localeNames[each]}
              </option>
            ))}
          </Choice>
          <Choice
            label={say('access.colours')}
            value={colours}
            onChoose={(next) => chooseScheme(next as Scheme)}
          >
            <option value="light">{say('access.light')}</option>
            <option value="dark">{say('access.dark')}</option>
            <option value="auto">{say('access.auto')}</option>
          </Choice>
        </div>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => changeHotkeys({ singleKeys: event.target.checked })}
          />
          <span>
            {say('access.singleKeys')}
            <small>{say('access.singleKeysText')}</small>
          </span>
        </label>
      </Card>
      {me && !me.isDemo && <PasswordChange />}
      {me?.sessions && <SessionList sessions={me.sessions} onEnded={() => void refetch()} />}
    </div>
  );
}
