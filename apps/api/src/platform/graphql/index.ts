import 'reflect-metadata';

/** GraphQL plumbing: the context of an operation, coded errors, connections, the class of each field. */
export {
  After,
  BoundedCount,
  type Connection,
  connectionOf,
  type Edge,
  First,
  PageInfo,
  pageOf,
  pageSize,
} from './connection.ts';
export type { Batch, RequestContext, Site, Viewer } from './context.ts';
export { readCursor, readMomentCursor, readNumberCursor, readPlaceCursor, writeCursor } from './cursor.ts';
export { type FieldClass, Internal, Personal, Public, Special } from './data-class.ts';
export { type MistakeCode, mistake } from './errors.ts';
export { asksForSchema } from './introspection.ts';
export { limits } from './limits.ts';
export { makeContext } from './make-context.ts';
export { maskError } from './mask-error.ts';
export { Node } from './node.ts';
export { isRefused, RefusalType, refused, resultOf } from './refusal.ts';
export { DateTime, Day, Json } from './scalars.ts';
export { ShareType } from './share.ts';
export { statusForJson } from './status-for-json.ts';
