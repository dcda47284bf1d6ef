import type { Vocabulary } from '#modules/house';
import { salesFormats } from './domain/formats/index.ts';
import { dealBody } from './domain/read-deal-signal.ts';
import { orderBody } from './domain/read-order-signal.ts';
import { pipelineBody } from './domain/read-pipeline-signal.ts';
import { productBody } from './domain/read-product-signal.ts';

/** What sales understands: pipelines, deals, products and orders. */
export const salesVocabulary: Vocabulary = {
  formats: salesFormats,
  bodies: { pipeline: pipelineBody, deal: dealBody, product: productBody, order: orderBody },
};
