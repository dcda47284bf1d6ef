/** Exports: lists of customers that leave as files, with what the policy table lets leave and a line in the audit trail for each. */
import type { Manifest } from '#modules/house';
import { ListExportEntity } from './data/list-export.entity.ts';
import { ExportsResolver } from './graph/exports.resolver.ts';

export { type ExportDoor, exportRoutes } from './export-routes.ts';

export const listExports: Manifest = {
  name: 'exports',
  entities: [ListExportEntity],
  resolvers: [ExportsResolver],
};
