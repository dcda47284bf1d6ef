import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { type Catalogue, loadCatalogue } from '#lib/intl/catalogue.ts';
import { LocaleContext } from '#lib/intl/locale-context.ts';
import { keepLocale, type Locale } from '#lib/intl/locales.ts';
import { LiveRegion } from '#ui/live-region.tsx';
import { ToastStack } from '#ui/toasts/toast-stack.tsx';

/** What every screen stands in: words, colours, data, toasts, the live region. */
export function Frame({
  client,
  first,
  children,
}: {
  client: ApolloClient;
  first: { locale: Locale; words: Catalogue };
  children: ReactNode;
}) {
  const [{ locale, words }, setLanguage] = useState(first);
  useEffect(() => {
    // The words of the other screens, fetched once the first one stands.
    let current = true;
    void loadCatalogue(locale).then((all) => {
      if (current) setLanguage((before) => (before.locale === locale ? { locale, words: all } : before));
    });
    return () => {
      current = false;
    };
  }, [locale]);
  const choose = async (next: Locale) => {
    const loaded = await loadCatalogue(next);
    keepLocale(next);
    startTransition(() => setLanguage({ locale: next, words: loaded }));
  };
  return (
    <IntlProvider locale={locale} messages={words} defaultLocale="en">
      <LocaleContext value={[locale, (next) => void choose(next)]}>
        <ApolloProvider client={client}>
          {children}
          <ToastStack />
          <LiveRegion />
        </ApolloProvider>
      </LocaleContext>
    </IntlProvider>
  );
}
