/** What a model of buying that passed its gate says of a customer’s behaviour: the first lever of attachment. */
export interface KeptBehaviour {
  customerId: string;
  /** 0…1. */
  value: number;
  /** The day it was reckoned for, in whole days since 1970. */
  day: number;
  /** The version of the settings of the model. */
  settings: string;
}
