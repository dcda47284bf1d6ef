/** A part of the app could not be fetched: no connection, or a server that has another build by now. */
export class PartMissing extends Error {}

/** Whether the server answers with a page of another build than this tab runs; undefined when it does not answer. */
async function hasOtherBuild(): Promise<boolean | undefined> {
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    if (!answer.ok) return undefined;
    const mine = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
    return mine !== null && !(await answer.text()).includes(new URL(mine.src).pathname);
  } catch {
    return undefined;
  }
}

/**
 * Fetches a part of the app. Where the server was updated under an open tab, the old parts are gone: the tab starts anew
 * with the new ones. Without a connection nothing is reloaded, since a browser has nothing to show then.
 */
export const part =
  <T>(load: () => Promise<T>) =>
  (): Promise<T> =>
    load().catch(async (cause) => {
      if (await hasOtherBuild()) {
        location.reload();
        return new Promise<T>(() => {});
      }
      throw new PartMissing('A part of the app could not be fetched', { cause });
    });

/** Starts the tab anew once the server answers: a style sheet that was missed is not asked for a second time. */
export async function startAnew(): Promise<boolean> {
  if ((await hasOtherBuild()) === undefined) return false;
  location.reload();
  return true;
}
