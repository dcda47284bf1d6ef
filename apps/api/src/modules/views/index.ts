/** Views: what people show on a screen, kept under a name, one's own or shared. */
import type { Manifest } from '#modules/house';
import { SavedViewEntity } from './data/saved-view.entity.ts';
import { viewsById } from './data/saved-views.ts';
import { mayReadView } from './domain/saved-view.ts';
import { SavedViewsResolver } from './graph/saved-views.resolver.ts';

export const views: Manifest = {
  name: 'views',
  entities: [SavedViewEntity],
  resolvers: [SavedViewsResolver],
  nodes: [{ typeName: 'SavedView', batch: viewsById, mayRead: mayReadView }],
};
