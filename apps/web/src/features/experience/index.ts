/** The experience feature: what a customer lived with us, what they will remember, and what ties them to us. */
export { AttachmentCard } from './attachment-card.tsx';
export { ExperienceFragment } from './experience.fragment.ts';
export { ExperienceCard } from './experience-card.tsx';
export { MemoriesCard } from './memories-card.tsx';
export { TodayEndings, TodayFading } from './today-memories.tsx';
