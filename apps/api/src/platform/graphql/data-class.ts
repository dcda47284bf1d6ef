import { Extensions } from 'type-graphql';

/** How sensitive a field is. The policy table decides by it; the server refuses to start if a field has none. */
export type FieldClass = 'public' | 'internal' | 'personal' | 'special';

type AnyDecorator = MethodDecorator & PropertyDecorator & ClassDecorator;
const classed = (dataClass: FieldClass) => (): AnyDecorator => Extensions({ dataClass }) as AnyDecorator;

/** Harmless to anybody, signed in or not. On a type: the class of all its fields that say nothing themselves. */
export const Public = classed('public');

/** For everybody who works here. */
export const Internal = classed('internal');

/** Says something about a person. */
export const Personal = classed('personal');

/** Says something that can hurt (health, private messages, money of a person): each role needs a rule of its own. */
export const Special = classed('special');
