/**
 * Look-ahead: a query whose whole selection has readings becomes one statement, and the JSON text that PostgreSQL answers
 * goes to the socket as it came. Whatever has no reading is answered by the resolvers.
 */
export type { Sees } from './compile.ts';
export { type Asker, type Asking, type LookAhead, makeLookAhead } from './look-ahead.ts';
export {
  type Binding,
  type ConnectionReading,
  column,
  type FieldReading,
  type InlineReading,
  type ListReading,
  NotReadable,
  type ObjectReading,
  type ReadingCall,
  type Rows,
  type Spelling,
  type TextReading,
  type TypeReading,
  type ValueReading,
} from './reading.ts';
