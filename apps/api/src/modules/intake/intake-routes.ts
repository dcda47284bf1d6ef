import type { Route } from '#platform/http';
import { type ImportDoor, importRoutes } from './import-routes.ts';
import { type FrontDoor, signalsRoute } from './signals-route.ts';

/** What the routes of the front door need from whoever lays the house together. */
export type IntakeParts = FrontDoor & ImportDoor;

/** `POST /signals`, the upload of files and the download of what was rejected. */
export const intakeRoutes = (parts: IntakeParts): Route[] => [signalsRoute(parts), ...importRoutes(parts)];
