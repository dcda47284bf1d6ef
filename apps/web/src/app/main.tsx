import '@fontsource-variable/inter/wght.css';
import '#ui/theme/mantine.css';
import '#ui/theme/tokens.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createGraphQLClient } from '#lib/graphql/client.ts';
import { loadCatalogue } from '#lib/intl/catalogue.ts';
import { firstLocale, keepLocale } from '#lib/intl/locales.ts';
import { viewer } from '#lib/viewer.ts';
import { Frame } from './frame.tsx';
import { createAppRouter } from './router.tsx';

const locale = firstLocale();
keepLocale(locale);

const client = createGraphQLClient({
  onSignedOut: () => {
    if (!viewer.get()) return;
    viewer.set(null);
    void router.invalidate();
  },
  onReconnected: () => void client.refetchQueries({ include: 'active' }),
});
const router = createAppRouter(client);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const words = await loadCatalogue(locale);
createRoot(root).render(
  <StrictMode>
    <Frame client={client} first={{ locale, words }}>
      <RouterProvider router={router} />
    </Frame>
  </StrictMode>,
);
