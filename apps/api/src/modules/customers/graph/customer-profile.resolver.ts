import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Internal } from '#platform/graphql';
import type { Customer } from '../domain/customer.ts';
import { choiceOfKept } from '../domain/kept-golden.ts';
import { CustomerType } from './customer.type.ts';
import { CustomerProfileType, type GoldenValueType } from './customer-profile.type.ts';

type Attribute = keyof CustomerProfileType & keyof Customer;

/** `Customer.profile`: no query of its own, everything stands on the customer. */
@Resolver(() => CustomerType)
export class CustomerProfileResolver {
  @Internal()
  @FieldResolver(() => CustomerProfileType, {
    description: 'What we know of this person, each value with where it came from.',
  })
  profile(@Root() customer: Customer): CustomerProfileType {
    const value = (attribute: Attribute): GoldenValueType | null => {
      const said = customer[attribute];
      const choice = choiceOfKept(customer.golden, attribute);
      if (said === null || !choice) return null;
      const { recordId, at, sourceName, rule } = choice;
      return {
        value: said,
        sourceName,
        rule,
        sourceRecordId: recordId,
        observedAt: new Date(at),
      };
    };
    return {
      givenName: value('givenName'),
      familyName: value('familyName'),
      nameSuffix: value('nameSuffix'),
      jobTitle: value('jobTitle'),
      language: value('language'),
      timeZone: value('timeZone'),
      city: value('city'),
      country: value('country'),
      birthDate: value('birthDate'),
      website: value('website'),
      lifecycle: value('lifecycle'),
    };
  }
}
