// Builds what runs, the API and the web app, if their sources changed.
import { ensureApi, ensureWeb } from './fresh.mjs';

await ensureApi();
await ensureWeb();
