/** The surveys feature: what we ask customers by ourselves. */
export { SurveysSection } from './surveys-section.tsx';
