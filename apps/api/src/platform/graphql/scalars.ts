import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars';

/** A point in time. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  name: 'DateTime',
  description: 'A point in time, ISO 8601 with zone.',
});

/** A calendar day without time or zone. */
export const Day = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar day, `YYYY-MM-DD`, without time or zone.',
});

/** A JSON value whose shape belongs to somebody else, such as the columns of a source. */
export const Json = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  name: 'JSON',
  description: 'A JSON value whose shape belongs to somebody else, such as the columns of a source.',
});
