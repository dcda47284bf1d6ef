import type { PoolClient } from 'pg';
import type { Tx } from './db.ts';

/** The connection of each open transaction: for what is no statement, as COPY. Nobody outside of this folder sees it. */
export const connections = new WeakMap<Tx, PoolClient>();
