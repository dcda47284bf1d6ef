import type { Db, Tx } from '#platform/database';
import type { Role } from '../domain/roles.ts';
import type { User } from '../domain/user.ts';

const columns = `id, name, email, role, department, language, is_demo AS "isDemo", disabled_at AS "disabledAt", created_at AS "createdAt"`;

/** A user with what signing in needs and nobody is shown. */
export interface Account extends User {
  passwordHash: string | null;
  sessionEpoch: number;
}

const accountColumns = `${columns}, password_hash AS "passwordHash", session_epoch AS "sessionEpoch"`;

/** Users by id, in the order asked. */
export async function usersById(db: Db, ids: readonly string[]): Promise<(User | null)[]> {
  const rows = await db.named<User>(
    'users-by-id',
    `SELECT ${columns} FROM app_user WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Everybody, by name. */
export const allUsers = (db: Db): Promise<User[]> =>
  db.named<User>('all-users', `SELECT ${columns} FROM app_user ORDER BY name, id`);

/** The account with this address (already normalised), or nobody. */
export async function accountByEmail(db: Db, email: string): Promise<Account | null> {
  const [row] = await db.named<Account>(
    'account-by-email',
    `SELECT ${accountColumns} FROM app_user WHERE lower(email) = $1`,
    [email],
  );
  return row ?? null;
}

/** Whoever signs in with this address (already normalised), or nobody. */
export async function userByEmail(db: Db, email: string): Promise<User | null> {
  const [row] = await db.named<User>(
    'user-by-email',
    `SELECT ${columns} FROM app_user WHERE lower(email) = $1`,
    [email],
  );
  return row ?? null;
}

/** The account with this id, locked until the end of the transaction. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | null> {
  const [row] = await tx.named<Account>(
    'lock-account',
    `SELECT ${accountColumns} FROM app_user WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Writes a new user; `null` when somebody has the address already. */
export async function insertUser(
  tx: Tx,
  user: Omit<User, 'createdAt' | 'disabledAt'> & { passwordHash: string | null },
): Promise<Account | null> {
  const [row] = await tx.named<Account>(
    'insert-user',
    `INSERT INTO app_user (id, email, name, role, department, password_hash, language, is_demo)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ((lower(email))) DO NOTHING RETURNING ${accountColumns}`,
    [
      user.id,
      user.email,
      user.name,
      user.role,
      user.department,
      user.passwordHash,
      user.language,
      user.isDemo,
    ],
  );
  return row ?? null;
}

/** How many people other than this one are real admins and may sign in. */
export async function otherAdmins(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'other-admins',
    `SELECT count(*)::int AS n FROM app_user WHERE role = 'admin' AND NOT is_demo AND disabled_at IS NULL AND id <> $1`,
    [id],
  );
  return row!.n;
}

/** How many real admins may sign in. */
export async function realAdmins(tx: Tx): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'real-admins',
    `SELECT count(*)::int AS n FROM app_user WHERE role = 'admin' AND NOT is_demo AND disabled_at IS NULL`,
  );
  return row!.n;
}

/** Whether anybody real exists: then the first run is over for good. */
export async function realUserExists(db: Db): Promise<boolean> {
  const [row] = await db.named<{ found: boolean }>(
    'real-user-exists',
    'SELECT EXISTS (SELECT FROM app_user WHERE NOT is_demo) AS found',
  );
  return row!.found;
}

/** Demo users who may be entered. */
export const openDemoUsers = (db: Db): Promise<User[]> =>
  db.named<User>(
    'open-demo-users',
    `SELECT ${columns} FROM app_user WHERE is_demo AND disabled_at IS NULL ORDER BY created_at, id`,
  );

/** Ends the demo: its users cannot enter any more and their sessions are over. */
export const closeDemo = (tx: Tx): Promise<unknown> =>
  tx.named(
    'close-demo',
    `UPDATE app_user SET disabled_at = now(), session_epoch = session_epoch + 1 WHERE is_demo AND disabled_at IS NULL`,
  );

/** Lets demo users in again, while nobody real exists. */
export const reopenDemo = (tx: Tx): Promise<unknown> =>
  tx.named('reopen-demo', `UPDATE app_user SET disabled_at = NULL WHERE is_demo AND disabled_at IS NOT NULL`);

/** Changes what the person is; every session of theirs is over. */
export async function setRole(tx: Tx, id: string, role: Role, department: string | null): Promise<User> {
  const [row] = await tx.named<User>(
    'set-role',
    `UPDATE app_user SET role = $2, department = $3, session_epoch = session_epoch + 1 WHERE id = $1 RETURNING ${columns}`,
    [id, role, department],
  );
  return row!;
}

/** Shuts somebody out; every session of theirs is over. */
export async function disable(tx: Tx, id: string): Promise<User> {
  const [row] = await tx.named<User>(
    'disable-user',
    `UPDATE app_user SET disabled_at = coalesce(disabled_at, now()), session_epoch = session_epoch + 1
      WHERE id = $1 RETURNING ${columns}`,
    [id],
  );
  return row!;
}

/** Lets somebody in again. Sessions of before stay over: shutting out counted them out for good. */
export async function enable(tx: Tx, id: string): Promise<User> {
  const [row] = await tx.named<User>(
    'enable-user',
    `UPDATE app_user SET disabled_at = NULL WHERE id = $1 RETURNING ${columns}`,
    [id],
  );
  return row!;
}

/** Stores another name. */
export async function setName(tx: Tx, id: string, name: string): Promise<User> {
  const [row] = await tx.named<User>(
    'set-name',
    `UPDATE app_user SET name = $2 WHERE id = $1 RETURNING ${columns}`,
    [id, name],
  );
  return row!;
}

/** Stores another password; every session of theirs is over. */
export async function setPassword(tx: Tx, id: string, passwordHash: string): Promise<Account> {
  const [row] = await tx.named<Account>(
    'set-password',
    `UPDATE app_user SET password_hash = $2, session_epoch = session_epoch + 1 WHERE id = $1 RETURNING ${accountColumns}`,
    [id, passwordHash],
  );
  return row!;
}

/** Stores another language. */
export async function setLanguage(tx: Tx, id: string, language: string): Promise<User> {
  const [row] = await tx.named<User>(
    'set-language',
    `UPDATE app_user SET language = $2 WHERE id = $1 RETURNING ${columns}`,
    [id, language],
  );
  return row!;
}

/** Colleagues who may sign in, by what another system calls them: their address or their name. Two of one name are nobody. */
export async function staffByNameOrEmail(
  db: Db,
  words: readonly string[],
): Promise<Map<string, Pick<User, 'id' | 'name'>>> {
  if (words.length === 0) return new Map();
  const rows = await db.named<{ word: string; id: string; name: string }>(
    'staff-by-name-or-email',
    `SELECT said.word, min(u.id::text) AS id, min(u.name) AS name FROM unnest($1::text[]) AS said(word)
       JOIN app_user u ON u.disabled_at IS NULL AND (lower(u.email) = lower(said.word) OR lower(u.name) = lower(said.word))
      GROUP BY said.word HAVING count(DISTINCT u.id) = 1`,
    [[...new Set(words)]],
  );
  return new Map(rows.map(({ word, id, name }) => [word, { id, name }]));
}
