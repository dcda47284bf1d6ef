/** Pages: lists that hang on something else (a customer, a company) as connections, said once for the batch and for look-ahead. */
export { type OrderPart, orderSql } from './order.ts';
export { loadPage, type PagedRows, type PageKey, pagesByParent, type WithCursor } from './paged-rows.ts';
export { pagesReading } from './pages-reading.ts';
