/** The journey feature: where a customer stands and why, and who moved or is stuck. */
export { StageBar, StageBarFragment } from './stage-bar.tsx';
export { TodayJourneyFragment, TodayMoved, TodayStuck } from './today-journey.tsx';
