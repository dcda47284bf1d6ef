/** Access: people who use Ancora, their roles and sessions, keys of sources, the policy table, and the audit trail. */
import type { Manifest } from '#modules/house';

export { isRole, type Role, roles } from './domain/roles.ts';
export { DepartmentEnum, RoleEnum } from './graph/enums.ts';
export { type AuditedAct, recordAudit, type SystemActor } from './record-audit.ts';

export const access: Manifest = { name: 'access' };
