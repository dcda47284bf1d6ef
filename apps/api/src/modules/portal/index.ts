/**
 * Portal: what customers see of us by themselves. A help centre for everybody, and behind a link that their mailbox gets, their own
 * tickets, preferences and data. Pages without a script, made here; nothing internal is ever asked for.
 */
import type { Manifest } from '#modules/house';
import { HelpFeedbackEntity, HelpSearchEntity } from './data/help.entity.ts';
import { PortalPassEntity } from './data/portal-pass.entity.ts';
import { HelpResolver } from './graph/help.resolver.ts';

export { helpRoutes } from './help-routes.ts';
export { portalRoutes } from './portal-routes.ts';

export const portal: Manifest = {
  name: 'portal',
  entities: [PortalPassEntity, HelpFeedbackEntity, HelpSearchEntity],
  resolvers: [HelpResolver],
  follows: ['portal_pass'],
};
