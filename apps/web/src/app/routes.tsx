import type { ApolloClient } from '@apollo/client';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readListSearch } from '#features/customers';
import { readTimelineSearch } from '#features/timeline';
import { isLens, type Lens } from '#lib/lens.ts';
import { loadViewer } from './session.ts';
import { Shell } from './shell/shell.tsx';

const root = createRootRouteWithContext<{ client: ApolloClient }>()({
  validateSearch: (raw: Record<string, unknown>): { lens?: Lens } =>
    isLens(raw.lens) ? { lens: raw.lens } : {},
  component: Outlet,
});

/** Everything that needs somebody to be signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'in',
  beforeLoad: async ({ context }) => ({ viewer: await loadViewer(context.client) }),
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers', replace: true });
  },
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: readListSearch,
  // A changed filter is fetched by the page itself, which keeps the old rows meanwhile.
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadCustomers } = await import('#pages/customers/customers.query.ts');
    await loadCustomers(context.client, readListSearch(location.search));
  },
  component: lazyRouteComponent(() => import('#pages/customers/customers.page.tsx'), 'CustomersPage'),
  pendingComponent: lazyRouteComponent(
    () => import('#pages/customers/customers.bones.tsx'),
    'CustomersBones',
  ),
});

const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$customerId',
  validateSearch: readTimelineSearch,
  // The timeline asks again by itself when its filters change.
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, params, location }) => {
    const { loadCustomer } = await import('#pages/customer/customer.query.ts');
    await loadCustomer(context.client, params.customerId, readTimelineSearch(location.search));
  },
  component: lazyRouteComponent(() => import('#pages/customer/customer.page.tsx'), 'CustomerPage'),
  pendingComponent: lazyRouteComponent(() => import('#pages/customer/customer.bones.tsx'), 'CustomerBones'),
});

/** The tree of all screens. */
export const routeTree = root.addChildren([inside.addChildren([home, customers, customer])]);
