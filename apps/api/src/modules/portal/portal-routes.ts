import type { Route } from '#platform/http';
import { entranceRoutes } from './entrance-routes.ts';
import { openPortalDoor, type PortalGround } from './portal-door.ts';
import { preferenceRoutes } from './preference-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';

/**
 * `/portal`: where customers see what is theirs. They enter by a link that their mailbox gets, once. Everything asked inside is asked for
 * this one customer.
 */
export function portalRoutes(ground: PortalGround): Route[] {
  const door = openPortalDoor(ground);
  return [...entranceRoutes(door, ground), ...ticketRoutes(door), ...preferenceRoutes(door)];
}
