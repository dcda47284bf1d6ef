/** Today: what deserves somebody's next hour. It is empty by itself: each subject adds its own section from outside. */
import type { Manifest } from '#modules/house';
import { TodayResolver } from './graph/today.resolver.ts';

export { TodayType } from './graph/today.type.ts';

export const today: Manifest = { name: 'today', resolvers: [TodayResolver] };
