/** The journey feature: where a customer stands and why. */
export { StageBar, StageBarFragment } from './stage-bar.tsx';
