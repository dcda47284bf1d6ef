import { isLoopback, openDemoUsers, prepareFirstRun } from '#modules/access';
import { anyCustomer } from '#modules/customers';
import type { Site } from '#platform/graphql';
import type { House } from './open-house.ts';

/** How this start stands: whether it is a demo, whether there is a company to import first, and what to tell the operator. */
export interface FirstRun {
  readonly site: Site;
  /** An empty house that is to get the demo company. */
  readonly wantsDemoCompany: boolean;
  /** Typed by the first administrator; shown once. */
  readonly setupCode: string | undefined;
}

/** A name or address of this machine itself. */
const isHere = (host: string): boolean => host === 'localhost' || isLoopback(host.replace(/[[\]]/g, ''));

/**
 * Decides whether this is a demo (said by DEMO; otherwise an empty database on this machine becomes one and stays one),
 * and makes sure of its users, of the administrator that the environment names, or of a setup code.
 */
export async function firstRun(house: House, address: string): Promise<FirstRun> {
  const { database, environment } = house;
  const isEmpty = !(await anyCustomer(database));
  const onlyHere = isHere(environment.host);
  // Behind a proxy on this machine every visitor looks like the person who sits at it.
  const isBehindProxy =
    environment.publicUrl !== undefined && !isHere(new URL(environment.publicUrl).hostname);
  const mayBeDemo = (onlyHere && !isBehindProxy) || environment.demoPublic;
  const isOrBecomesDemo = isEmpty || (await openDemoUsers(database)).length > 0;
  const wanted = environment.demo ?? (mayBeDemo && !environment.admin && isOrBecomesDemo);
  const { setupCode, demo } = await prepareFirstRun(database, {
    home: environment.home,
    admin: environment.admin,
    demo: wanted,
  });
  return {
    site: {
      secure: address.startsWith('https:'),
      demo: !demo ? 'off' : environment.demoPublic ? 'anywhere' : isBehindProxy ? 'off' : 'loopback',
    },
    wantsDemoCompany: isEmpty && wanted,
    setupCode,
  };
}
