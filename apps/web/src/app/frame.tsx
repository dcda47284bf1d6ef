import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, startTransition, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { type Catalogue, loadCatalogue } from '#lib/intl/catalogue.ts';
import { LocaleContext } from '#lib/intl/locale-context.ts';
import { keepLocale, type Locale } from '#lib/intl/locales.ts';
import { LiveRegion } from '#ui/live-region.tsx';
import { schemeManager } from '#ui/theme/scheme.ts';
import { theme } from '#ui/theme/theme.ts';
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
  const choose = async (next: Locale) => {
    const loaded = await loadCatalogue(next);
    keepLocale(next);
    startTransition(() => setLanguage({ locale: next, words: loaded }));
  };
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <IntlProvider locale={locale} messages={words} defaultLocale="en">
        <LocaleContext value={[locale, (next) => void choose(next)]}>
          <ApolloProvider client={client}>
            {children}
            <ToastStack />
            <LiveRegion />
          </ApolloProvider>
        </LocaleContext>
      </IntlProvider>
    </MantineProvider>
  );
}
