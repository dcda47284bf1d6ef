/** The promises feature: what we told customers we would do, and what can be promised at all. */
export { PromiseCalculator } from './calculator.tsx';
export { PromiseList, type PromiseSearch, promiseVariables } from './promise-list.tsx';
export { keepableQuery, PromisesFragment, promisesQuery } from './promises.documents.ts';
export { PromisesCard } from './promises-card.tsx';
export { TodayPromises } from './today-promises.tsx';
export { channelText, standings } from './words.ts';
