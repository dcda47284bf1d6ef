import '@fontsource-variable/inter/wght.css';
import '#ui/theme/tokens.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createGraphQLClient } from '#lib/graphql/client.ts';
import { loadCatalogue, loadFirstWords } from '#lib/intl/catalogue.ts';
import { firstLocale, keepLocale } from '#lib/intl/locales.ts';
import { sessionOver, viewer } from '#lib/viewer.ts';
import { followSystem } from '#ui/theme/scheme.ts';
import { Frame } from './frame.tsx';
import { createAppRouter } from './router.tsx';

const locale = firstLocale();
keepLocale(locale);
followSystem();

const client = createGraphQLClient({
  onSignedOut: () => {
    if (!viewer.get()) return;
    viewer.set(null);
    sessionOver.set(true);
    void router.invalidate();
  },
});
const router = createAppRouter(client);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// A link straight to another screen waits for the words of that screen too.
const isFirstScreen = /^\/(customers|sign-in)\/?$/.test(location.pathname);
const words = await (isFirstScreen ? loadFirstWords(locale) : loadCatalogue(locale));
createRoot(root).render(
  <StrictMode>
    <Frame client={client} first={{ locale, words }}>
      <RouterProvider router={router} />
    </Frame>
  </StrictMode>,
);
