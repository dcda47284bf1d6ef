/** Access: people who use Ancora, their roles and sessions, keys of sources, the policy table, and the audit trail. */
import type { Manifest } from '#modules/house';
import { AuditEntryEntity, StaffMemberEntity } from './data/audit-entry.entity.ts';
import { IntakeKeyEntity } from './data/intake-key.entity.ts';
import { keysById } from './data/intake-keys.ts';
import { SessionEntity, SetupCodeEntity, ThrottleEntity } from './data/session.entity.ts';
import { SigningSecretEntity } from './data/signing-secret.entity.ts';
import { signingSecretsById } from './data/signing-secrets.ts';
import { deleteStaff } from './data/staff.ts';
import { UserEntity } from './data/user.entity.ts';
import { usersById } from './data/users.ts';
import { readStaffSignal } from './domain/read-staff-signal.ts';
import { AuditResolver } from './graph/audit.resolver.ts';
import { EntranceResolver } from './graph/entrance.resolver.ts';
import { IntakeKeysResolver } from './graph/intake-keys.resolver.ts';
import { SigningSecretsResolver } from './graph/signing-secrets.resolver.ts';
import { SessionResolver, UsersResolver } from './graph/users.resolver.ts';
import { ViewerResolver } from './graph/viewer.resolver.ts';
import { recordStaff } from './record-staff.ts';

export { type Actor, anonymous, type SystemActor, systemActor } from './actor.ts';
export { addUser } from './add-user.ts';
export { authenticate, forgetSessions, showsBearer } from './authenticate.ts';
export { type BulkReadJournal, openBulkReadJournal } from './bulk-read-journal.ts';
export { disableUser, enableUser } from './change-user.ts';
export { staffNames } from './data/staff.ts';
export { allUsers, openDemoUsers, staffByNameOrEmail, userByEmail, usersById } from './data/users.ts';
export { addDemoUsers, mayEnterDemo } from './demo-users.ts';
export type { AuditedAct } from './domain/audited-act.ts';
export type { AuditedSubject } from './domain/audited-subjects.ts';
export type { IntakeKey } from './domain/intake-key.ts';
export { isLoopback } from './domain/limits.ts';
export { mayReadRawRows } from './domain/policy.ts';
export { isRole, type Role, roles } from './domain/roles.ts';
export { type AccessRefusal, normaliseEmail, type User } from './domain/user.ts';
export { drawPassword } from './draw-password.ts';
export { prepareFirstRun } from './first-run.ts';
export { assertClassified, unclassified } from './graph/assert-classified.ts';
export { AuditEntryType } from './graph/audit-entry.type.ts';
export { bulkReadsOf } from './graph/bulk-reads.ts';
export { DepartmentEnum, RoleEnum } from './graph/enums.ts';
export { guard, maskText } from './graph/guard.ts';
export { type Permission, permissionOf } from './graph/permission.ts';
export { UserType } from './graph/user.type.ts';
export { EntranceType } from './graph/viewer.type.ts';
export { authenticateKey, createKey, type KeyHolder, listKeys, revokeKey } from './intake-keys.ts';
export { openSession } from './open-session.ts';
export { recordAudit } from './record-audit.ts';
export { resetPassword } from './reset-password.ts';
export { createSigningSecret, openSigningSecrets, type UsableSecret } from './signing-secrets.ts';

export const access: Manifest = {
  name: 'access',
  entities: [
    UserEntity,
    SessionEntity,
    SetupCodeEntity,
    ThrottleEntity,
    IntakeKeyEntity,
    SigningSecretEntity,
    StaffMemberEntity,
    AuditEntryEntity,
  ],
  resolvers: [
    EntranceResolver,
    ViewerResolver,
    UsersResolver,
    SessionResolver,
    IntakeKeysResolver,
    SigningSecretsResolver,
    AuditResolver,
  ],
  nodes: [
    { typeName: 'User', batch: usersById },
    { typeName: 'IntakeKey', batch: keysById },
    { typeName: 'SigningSecret', batch: signingSecretsById },
  ],
  signals: [
    {
      kind: 'staff',
      description: 'A colleague as a source knows them: an agent of the help desk, an owner of deals.',
      schema: readStaffSignal,
      concernsPerson: false,
      record: recordStaff,
      forget: async (tx, sourceId, subjectKeys) => {
        await deleteStaff(tx, sourceId, subjectKeys);
      },
    },
  ],
};
