import type { ApolloClient } from '@apollo/client';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readTasksSearch } from '#features/activity';
import { readListSearch } from '#features/customers';
import { readInboxSearch } from '#features/support';
import { readTimelineSearch } from '#features/timeline';
import { readReviewsSearch } from '#features/voice';
import { isLens, type Lens } from '#lib/lens.ts';
import { part } from '#lib/parts.ts';
import { oneOf } from '#lib/search-params.ts';
import { readContentSearch } from '#pages/content/search.ts';
import { readInsightsSearch } from '#pages/insights/search.ts';
import { readJourneySearch } from '#pages/journey/journey-search.ts';
import { readPromisesSearch } from '#pages/promises/search.ts';
import { readSettingsSearch } from '#pages/settings/section.ts';
import { onlyForWhoeverMay } from './places.ts';
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
  beforeLoad: async ({ context, location }) => {
    const viewer = await loadViewer(context.client);
    if (!viewer) throw redirect({ to: '/sign-in', search: { back: location.href }, replace: true });
    return { viewer };
  },
  component: Shell,
});

/** The ways in. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only a path of ours: an address of somebody else in the link must not become the place one lands at.
  validateSearch: (raw: Record<string, unknown>): { back?: string } => {
    const back = oneOf(raw.back);
    return back && /^\/(?![/\\])/.test(back) ? { back } : {};
  },
  beforeLoad: async ({ context, search }) => {
    if (await loadViewer(context.client)) throw redirect({ href: search.back ?? '/', replace: true });
  },
  component: lazyRouteComponent(
    part(() => import('#pages/sign-in/sign-in.page.tsx')),
    'SignInPage',
  ),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true });
  },
});

const today = createRoute({
  getParentRoute: () => inside,
  path: '/today',
  loader: async ({ context }) => {
    const { loadToday } = await part(() => import('#pages/today/today.query.ts'))();
    await loadToday(context.client);
  },
  component: lazyRouteComponent(
    part(() => import('#pages/today/today.page.tsx')),
    'TodayPage',
  ),
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: readListSearch,
  // A changed filter is fetched by the page itself, which keeps the old rows meanwhile.
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadCustomers } = await part(() => import('#pages/customers/customers.query.ts'))();
    await loadCustomers(context.client, readListSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/customers/customers.page.tsx')),
    'CustomersPage',
  ),
  pendingComponent: lazyRouteComponent(
    part(() => import('#pages/customers/customers.bones.tsx')),
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
    const { loadCustomer } = await part(() => import('#pages/customer/customer.query.ts'))();
    await loadCustomer(context.client, params.customerId, readTimelineSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/customer/customer.page.tsx')),
    'CustomerPage',
  ),
  pendingComponent: lazyRouteComponent(
    part(() => import('#pages/customer/customer.bones.tsx')),
    'CustomerBones',
  ),
});

const journey = createRoute({
  getParentRoute: () => inside,
  path: '/journey',
  validateSearch: readJourneySearch,
  // Other figures are counted by the page itself, which keeps the old ones meanwhile.
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadJourney } = await part(() => import('#pages/journey/journey.query.ts'))();
    await loadJourney(context.client, readJourneySearch(location.search as Record<string, unknown>));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/journey/journey.page.tsx')),
    'JourneyPage',
  ),
});

const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/duplicates',
  beforeLoad: onlyForWhoeverMay('/duplicates'),
  component: lazyRouteComponent(
    part(() => import('#pages/duplicates/duplicates.page.tsx')),
    'DuplicatesPage',
  ),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  beforeLoad: onlyForWhoeverMay('/inbox'),
  validateSearch: readInboxSearch,
  // A changed view is fetched by the page itself, which keeps the old lines meanwhile.
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadInbox } = await part(() => import('#pages/inbox/inbox.query.ts'))();
    await loadInbox(context.client, readInboxSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/inbox/inbox.page.tsx')),
    'InboxPage',
  ),
});

const reviews = createRoute({
  getParentRoute: () => inside,
  path: '/reviews',
  beforeLoad: onlyForWhoeverMay('/reviews'),
  validateSearch: readReviewsSearch,
  // A changed view is fetched by the page itself, which keeps the old lines meanwhile.
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadReviews } = await part(() => import('#pages/reviews/reviews.query.ts'))();
    await loadReviews(context.client, readReviewsSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/reviews/reviews.page.tsx')),
    'ReviewsPage',
  ),
});

const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  beforeLoad: onlyForWhoeverMay('/tasks'),
  validateSearch: readTasksSearch,
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadTasks } = await part(() => import('#pages/tasks/tasks.query.ts'))();
    await loadTasks(context.client, readTasksSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/tasks/tasks.page.tsx')),
    'TasksPage',
  ),
});

const promises = createRoute({
  getParentRoute: () => inside,
  path: '/promises',
  validateSearch: readPromisesSearch,
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadPromises } = await part(() => import('#pages/promises/promises.query.ts'))();
    await loadPromises(context.client, readPromisesSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/promises/promises.page.tsx')),
    'PromisesPage',
  ),
});

const library = createRoute({
  getParentRoute: () => inside,
  path: '/content',
  validateSearch: readContentSearch,
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadLibrary } = await part(() => import('#pages/content/content.query.ts'))();
    await loadLibrary(context.client, readContentSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/content/library.page.tsx')),
    'LibraryPage',
  ),
});

const contentItem = createRoute({
  getParentRoute: () => inside,
  path: '/content/$contentId',
  loader: async ({ context, params }) => {
    const { loadContentItem } = await part(() => import('#pages/content/content.query.ts'))();
    await loadContentItem(context.client, params.contentId);
  },
  component: lazyRouteComponent(
    part(() => import('#pages/content/content-item.page.tsx')),
    'ContentItemPage',
  ),
});

const insights = createRoute({
  getParentRoute: () => inside,
  path: '/insights',
  validateSearch: readInsightsSearch,
  shouldReload: ({ cause }: { cause: string }) => cause !== 'stay',
  loader: async ({ context, location }) => {
    const { loadInsights } = await part(() => import('#pages/insights/insights.query.ts'))();
    await loadInsights(context.client, readInsightsSearch(location.search));
  },
  component: lazyRouteComponent(
    part(() => import('#pages/insights/insights.page.tsx')),
    'InsightsPage',
  ),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  beforeLoad: onlyForWhoeverMay('/import'),
  loader: async ({ context }) => {
    const { loadImports } = await part(() => import('#pages/import/import.query.ts'))();
    await loadImports(context.client);
  },
  component: lazyRouteComponent(
    part(() => import('#pages/import/imports.page.tsx')),
    'ImportsPage',
  ),
});

const oneImport = createRoute({
  getParentRoute: () => inside,
  path: '/import/$importId',
  loader: async ({ context, params }) => {
    const { loadImport } = await part(() => import('#pages/import/import.query.ts'))();
    await loadImport(context.client, params.importId);
  },
  component: lazyRouteComponent(
    part(() => import('#pages/import/import.page.tsx')),
    'ImportPage',
  ),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(
    part(() => import('#pages/settings/settings.page.tsx')),
    'SettingsPage',
  ),
});

/** The tree of all screens. */
export const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    inbox,
    reviews,
    today,
    customers,
    customer,
    tasks,
    journey,
    library,
    contentItem,
    promises,
    insights,
    duplicates,
    imports,
    oneImport,
    settings,
  ]),
]);
