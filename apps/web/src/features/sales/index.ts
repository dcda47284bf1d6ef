/** The sales feature: deals and orders of a customer. */
export { DealsCard, DealsFragment } from './deals-card.tsx';
export { TodayDeals, TodayDealsFragment } from './today-deals.tsx';
