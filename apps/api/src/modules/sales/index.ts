/** Sales: pipelines, deals, products, orders and returns. */
import type { Manifest } from '#modules/house';
import { DealEntity } from './data/deal.entity.ts';
import { DealPersonEntity } from './data/deal-person.entity.ts';
import { dealReadings } from './data/deal-reading.ts';
import { salesSummary } from './data/deals.ts';
import { livedOrders } from './data/lived-orders.ts';
import { OrderEntity } from './data/order.entity.ts';
import { OrderLineEntity } from './data/order-line.entity.ts';
import { orderReadings } from './data/order-reading.ts';
import { PipelineEntity } from './data/pipeline.entity.ts';
import { PipelineStageEntity } from './data/pipeline-stage.entity.ts';
import { ProductEntity } from './data/product.entity.ts';
import { productsById } from './data/products.ts';
import { RepeatBuyerEntity } from './data/repeat-buyer.entity.ts';
import { repeatReadings } from './data/repeat-buying-reading.ts';
import { RepeatFitEntity } from './data/repeat-fit.entity.ts';
import { dealsById } from './data/shown-deals.ts';
import { ordersById } from './data/shown-orders.ts';
import { salesFormats } from './domain/formats/index.ts';
import { expectOfBuyers } from './expect-of-buyers.ts';
import { fitRepeatJob } from './fit-repeat-buying.ts';
import { CompanyDealsResolver, CustomerDealsResolver, DealResolver } from './graph/deal.resolver.ts';
import { CustomerOrdersResolver, OrderLineProductResolver, OrderResolver } from './graph/order.resolver.ts';
import { CustomerRepeatResolver, RepeatFitsResolver } from './graph/repeat-buying.resolver.ts';
import { DealCustomerResolver, TodayDealsResolver } from './graph/today-deals.resolver.ts';
import { dealSignal } from './record-deal.ts';
import { orderSignal } from './record-order.ts';
import { pipelineSignal } from './record-pipeline.ts';
import { productSignal } from './record-product.ts';

export { fitsInUse as repeatFits } from './data/repeat-buying.ts';
export { type DealBody, dealBody } from './domain/read-deal-signal.ts';
export { type OrderBody, type OrderStatus, orderBody } from './domain/read-order-signal.ts';
export { type DealOutcome, type PipelineBody, pipelineBody } from './domain/read-pipeline-signal.ts';
export { type ProductBody, productBody } from './domain/read-product-signal.ts';
export { fitRepeatBuyers } from './fit-repeat-buying.ts';

export const sales: Manifest = {
  name: 'sales',
  entities: [
    PipelineEntity,
    PipelineStageEntity,
    DealEntity,
    DealPersonEntity,
    ProductEntity,
    OrderEntity,
    OrderLineEntity,
    RepeatFitEntity,
    RepeatBuyerEntity,
  ],
  readings: [...dealReadings, ...orderReadings, ...repeatReadings],
  resolvers: [
    CustomerDealsResolver,
    CompanyDealsResolver,
    DealResolver,
    CustomerOrdersResolver,
    OrderResolver,
    OrderLineProductResolver,
    DealCustomerResolver,
    TodayDealsResolver,
    CustomerRepeatResolver,
    RepeatFitsResolver,
  ],
  nodes: [
    { typeName: 'Deal', batch: dealsById },
    { typeName: 'Order', batch: ordersById },
    { typeName: 'Product', batch: productsById },
  ],
  signals: [pipelineSignal, dealSignal, productSignal, orderSignal],
  formats: salesFormats,
  follows: ['deal', 'deal_person', 'sales_order'],
  lived: livedOrders,
  jobs: [fitRepeatJob],
  onMove: (tx, customerIds) => expectOfBuyers(tx, customerIds, new Date()),
  summary: salesSummary,
};
