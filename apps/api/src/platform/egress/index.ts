/** Egress: how we call hosts outside, and never our own network. */
export {
  type Egress,
  ForbiddenAddress,
  makeEgress,
  type OutsideAnswer,
  type OutsideRequest,
} from './egress.ts';
