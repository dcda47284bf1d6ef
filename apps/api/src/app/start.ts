import { join } from 'node:path';
import { mayEnterDemo } from '#modules/access';
import { channelRoutes } from '#modules/channels';
import { chatRoutes, modelDriver } from '#modules/chat';
import { layAddress, layName } from '#modules/house';
import { resumeImports, stopWork, subjectsOf } from '#modules/intake';
import { helpRoutes, portalRoutes } from '#modules/portal';
import { surveyRoutes } from '#modules/surveys';
import { openReading } from '#platform/database';
import { checkoutRoot, type Environment, EnvironmentMistake, readEnvironment } from '#platform/environment';
import { type Host, openHost, securityHeaders, webFiles } from '#platform/http';
import { runJobs } from '#platform/jobs';
import { type Log, openLog } from '#platform/log';
import { createApp } from './app.ts';
import { openChannelGround } from './channel-ground.ts';
import { chatWindow } from './chat-window.ts';
import { makeClosers } from './closers.ts';
import { firstRun } from './first-run.ts';
import { healthRoutes } from './health-routes.ts';
import { demoCompany, importDemo, usualDemo } from './import-demo.ts';
import { jobsOf } from './jobs-of.ts';
import { readKnownDocuments } from './known-documents.ts';
import { modules } from './modules.ts';
import { openDemoDesk } from './open-demo-desk.ts';
import { addressOf, type House, openHouse } from './open-house.ts';
import { openHousePost } from './open-house-post.ts';
import { openVault } from './open-vault.ts';
import { isOurOrigin } from './our-origin.ts';
import { makeTeller, type Progress } from './progress.ts';
import { startingRoutes } from './starting-page.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Names by which a host that only this machine reaches may be called; a host on the network does not know its names. */
function namesOf(environment: Environment): ReadonlySet<string> | undefined {
  if (!loopback.has(environment.host)) return undefined;
  const names = new Set(['127.0.0.1', 'localhost', '[::1]']);
  if (environment.publicUrl) names.add(new URL(environment.publicUrl).hostname);
  return names;
}

async function takePort(environment: Environment, log: Log, progress: () => Progress): Promise<Host> {
  const names = namesOf(environment);
  try {
    return await openHost(
      environment.port,
      environment.host,
      { routes: startingRoutes(progress) },
      { log, headers: securityHeaders(), ...(names ? { names } : {}) },
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new EnvironmentMistake(
        `Port ${environment.port} is taken, perhaps by an Ancora that already runs. PORT chooses another one.`,
      );
    if (code === 'EACCES')
      throw new EnvironmentMistake(`PORT ${environment.port} may not be used by this account.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new EnvironmentMistake(`HOST ${environment.host} is not an address of this machine.`);
    throw error;
  }
}

/** A running Ancora. */
export interface Running {
  readonly address: string;
  readonly demo: boolean;
  /** For the first administrator, while there is none. */
  readonly setupCode: string | undefined;
  readonly house: House;
  /** Comes true when it cannot go on, with the reason: what it stands on was lost. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * Starts everything: the port first (so that a browser sees how far it is), then PostgreSQL, migrations, the API and the web
 * app on that port, imports left half-done, and the demo company on an empty database.
 */
export async function start(signal?: AbortSignal, environment = readEnvironment()): Promise<Running> {
  const log = openLog({ level: environment.logLevel });
  const closers = makeClosers();
  const teller = makeTeller();
  let progress: Progress = { doing: 'Starting PostgreSQL' };
  const show = (next: Progress) => {
    progress = next;
    teller.tell(next);
  };
  const tell = (next: Progress) => {
    signal?.throwIfAborted();
    show(next);
  };
  try {
    const host = await takePort(environment, log, () => progress);
    closers.add(() => host.close());
    const house = await openHouse({ environment, log, closers, say: (doing) => tell({ doing }) });
    signal?.throwIfAborted();
    const lost = new Promise<Error>((resolve) => {
      house.postgres.keepRunning({
        ended: () => log.warn('PostgreSQL ended; starting it again'),
        back: () => log.warn('PostgreSQL is back'),
        lost: resolve,
      });
    });
    const address = environment.publicUrl ?? addressOf(environment.host, host.port);
    // The port may have been chosen by the system.
    layAddress(address);
    const files = webFiles(join(checkoutRoot(), 'apps/web/dist'));
    const headers = securityHeaders({ html: files?.html ?? '', https: address.startsWith('https:') });
    const { site, setupCode, wantsDemoCompany } = await firstRun(house, address);
    if (site.demo !== 'off') layName(environment.companyName ?? demoCompany);
    tell({ doing: 'Opening the graph' });
    const reading = openReading({ url: house.database.url });
    closers.add(() => reading.close());
    const app = await createApp({
      database: house.database,
      reading,
      modules,
      log,
      site,
      publicUrl: environment.publicUrl,
      documents: {
        known: readKnownDocuments(join(checkoutRoot(), 'apps/web/dist/.documents.json')),
        only: environment.production,
      },
      importFolder: join(environment.home, 'imports'),
    });
    closers.add(() => app.close());
    const goingOn = await resumeImports(house.database, modules);
    closers.add(() => stopWork(house.database));
    let filling = wantsDemoCompany && goingOn.length === 0;
    const health = healthRoutes(house.database, () => (filling ? progress : undefined));
    const ground = openChannelGround(environment, openVault(environment), address);
    const channels = channelRoutes({ database: house.database, subjects: subjectsOf(modules), ...ground });
    const driver =
      environment.botModel &&
      modelDriver(environment.botModel, ground.egress, (trouble) =>
        log.warn({ trouble }, 'The language model of the bot gave no answer'),
      );
    const chat = await chatRoutes({ database: house.database, subjects: subjectsOf(modules), driver });
    closers.add(() => chat.close());
    const window = files ? chatWindow(files.answer, headers, environment.chatOrigins) : [];
    host.serve({
      headers,
      routes: [
        ...health,
        ...app.routes,
        ...chat.routes,
        ...channels,
        ...window,
        ...surveyRoutes(house.database),
        ...helpRoutes(house.database),
        ...portalRoutes({
          database: house.database,
          isSecure: address.startsWith('https:'),
          isOurOrigin: (request) => isOurOrigin(request.headers, environment.publicUrl),
          showsLetters: async ({ socket }) =>
            !environment.mail?.smtp && mayEnterDemo(house.database, site, socket.remoteAddress ?? ''),
        }),
      ],
      rest: files?.answer,
      upgrade: app.upgrade,
    });
    if (filling) {
      // People may come in and watch; programs are told to wait until everybody is there.
      tell({ doing: `Filling the empty house; watch it come in at ${address}` });
      // Asked to end, an import stops after the rows in hand and goes on at the next start: it must not fail instead.
      await importDemo(house, { ...usualDemo, tell: show, stopped: () => signal?.aborted === true }).catch(
        (error) => {
          teller.end();
          // What came in is there, and the import can be run again from where it stands: no reason to stay shut.
          log.error({ err: error }, 'The demo company did not come in whole');
        },
      );
      signal?.throwIfAborted();
      filling = false;
    }
    if (site.demo !== 'off')
      await openDemoDesk(house.database, new Date()).catch((error) =>
        // Nobody should find the door shut because a demo's desk could not be laid out.
        log.error({ err: error }, 'The desk of the demo company was not opened'),
      );
    if (environment.jobs === 'here') {
      const runner = await runJobs({ database: house.database, jobs: jobsOf(modules), log });
      closers.add(() => runner.stop());
      const post = openHousePost(house, ground);
      closers.add(() => post.close());
    }
    teller.end();
    return { address, demo: site.demo !== 'off', setupCode, house, lost, stop: () => closers.closeAll() };
  } catch (error) {
    teller.end();
    await closers.closeAll().catch(() => {});
    throw error;
  }
}
