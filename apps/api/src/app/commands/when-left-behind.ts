/** By which the script runners of npm start a program: `npm start` and `npx ancora start`. */
const runners = new Set(['start', 'npx']);

/**
 * Calls `end` when the script runner that started this program has gone. npm gives SIGTERM to the shell between the two, which
 * ends and tells nobody; a program that is left behind would hold its port for good. Who was started in another way may
 * outlive whoever started it.
 */
export function whenLeftBehind(
  end: () => void,
  runner = process.env.npm_lifecycle_event,
  parentOf = () => process.ppid,
): void {
  if (!runner || !runners.has(runner)) return;
  const parent = parentOf();
  const watch = setInterval(() => {
    if (parentOf() === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}
