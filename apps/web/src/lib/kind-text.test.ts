import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { loadCatalogue } from './intl/catalogue.ts';
import type { Say } from './intl/words.ts';
import { kindText, titleText } from './kind-text.ts';

const romanian = async (): Promise<Say> => {
  const intl = createIntl({ locale: 'ro', messages: await loadCatalogue('ro') });
  return (id, values) => intl.formatMessage({ id }, values);
};

it('tells a Romanian reader in Romanian what happened, and leaves what it was about as it was written', async () => {
  const say = await romanian();
  expect(titleText({ kind: 'ticket-opened', title: 'Ticket opened: Login: loops on Safari' }, say)).toBe(
    'Tichet deschis: Login: loops on Safari',
  );
});

it('shows a kind that only a source knows as the source writes it', async () => {
  const say = await romanian();
  expect(kindText('interaction-pager_message', say)).toBe('Pager message');
  expect(titleText({ kind: 'visit', title: 'Shop: came by' }, say)).toBe('Shop: came by');
});
