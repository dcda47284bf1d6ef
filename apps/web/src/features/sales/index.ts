/** The sales feature: deals and orders of a customer. */
export { CompanyDeals } from './company-deals.tsx';
export { DealsFragment } from './deals.fragment.ts';
export { DealsCard } from './deals-card.tsx';
export { TodayDeals, TodayDealsFragment } from './today-deals.tsx';
