/** The app's door, for tests and benchmarks: the product laid together, without a port. */
export { type App, type AppParts, createApp } from './app.ts';
export { modules } from './modules.ts';
export { type Graph, openGraph } from './open-graph.ts';
export { readInThreads } from './read-in-threads.ts';
export { buildGraph } from './schema.ts';
