/** Sales: pipelines, deals, products, orders and returns. */
export { type DealBody, dealBody } from './domain/read-deal-signal.ts';
export { type OrderBody, type OrderStatus, orderBody } from './domain/read-order-signal.ts';
export { type DealOutcome, type PipelineBody, pipelineBody } from './domain/read-pipeline-signal.ts';
export { type ProductBody, productBody } from './domain/read-product-signal.ts';
