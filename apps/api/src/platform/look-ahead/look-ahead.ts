import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  OperationTypeNode,
} from 'graphql';
import { compile, type Sees, type Statement } from './compile.ts';
import { NotReadable, type TypeReading } from './reading.ts';

/** A compiled operation, ready to be asked: its name (for PostgreSQL's plan cache), text and values. Its row's `answer` is the JSON of the whole answer. */
export interface Asking {
  name: string;
  sql: string;
  values: unknown[];
}

/** Who asks, as far as rows depend on it. */
export interface Asker {
  role: string;
  id: string | null;
  department: string | null;
}

/** Compiles documents to statements, once for each document, role and shape. */
export interface LookAhead {
  /** The statement for this request, or the reason why the resolvers must answer. */
  ask(request: {
    document: DocumentNode;
    operationName?: string | null | undefined;
    variables: Record<string, unknown>;
    asker: Asker;
  }): Asking | { not: string };
}

interface Known {
  /** Variables whose values, or whose being given, are part of the statement's text. */
  shapes: Map<string, 'value' | 'given'>;
  plans: Map<string, (Statement & { name: string }) | { not: string }>;
}

const namedAtMost = 400;

/** Makes a look-ahead over a schema and the readings that the subjects bring. */
export function makeLookAhead(
  schema: GraphQLSchema,
  readings: readonly TypeReading[],
  sees: (role: string) => Sees,
  onGivingUp: (reason: string) => void = () => undefined,
): LookAhead {
  const byType = new Map<string, TypeReading>();
  for (const reading of readings) {
    const known = byType.get(reading.typeName);
    byType.set(
      reading.typeName,
      known ? { ...known, fields: { ...known.fields, ...reading.fields } } : reading,
    );
  }
  const documents = new WeakMap<DocumentNode, Map<string, Known>>();
  let names = 0;

  return {
    ask({ document, operationName, variables, asker }) {
      const operation = document.definitions.find(
        (one) =>
          one.kind === Kind.OPERATION_DEFINITION && (!operationName || one.name?.value === operationName),
      );
      if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.QUERY)
        return { not: 'not a query' };
      const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      if (!coerced.coerced) return { not: 'variables are for the resolvers to refuse' };

      let perDocument = documents.get(document);
      if (!perDocument) {
        perDocument = new Map();
        documents.set(document, perDocument);
      }
      const slot = `${asker.role}\n${operation.name?.value ?? ''}`;
      let known = perDocument.get(slot);
      if (!known) {
        known = { shapes: new Map(), plans: new Map() };
        perDocument.set(slot, known);
      }
      const { shapes: settled } = known;
      const shapeKey = (shapes: ReadonlyMap<string, 'value' | 'given'>) =>
        JSON.stringify(
          [...shapes].map(([name, by]) => {
            const value = coerced.coerced[name] ?? null;
            return by === 'value' ? value : value !== null;
          }),
        );

      let plan = known.plans.get(shapeKey(settled));
      if (!plan) {
        const shapes = new Map(settled);
        const fragments: Record<string, FragmentDefinitionNode> = {};
        for (const one of document.definitions)
          if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
        try {
          const statement = compile(
            {
              schema,
              fragments,
              variables: coerced.coerced,
              shapedBy: (name, by) => {
                if (shapes.get(name) !== 'value') shapes.set(name, by);
              },
            },
            byType,
            sees(asker.role),
            operation,
          );
          plan = { ...statement, name: ++names <= namedAtMost ? `ahead-${names}` : '' };
        } catch (error) {
          if (!(error instanceof NotReadable)) throw error;
          plan = { not: error.message };
          onGivingUp(`${operation.name?.value ?? 'an operation'} is left to the resolvers: ${error.message}`);
        }
        if (JSON.stringify([...shapes]) !== JSON.stringify([...settled])) {
          known.shapes = shapes;
          known.plans.clear();
        }
        if (known.plans.size >= 200) known.plans.delete(known.plans.keys().next().value!);
        known.plans.set(shapeKey(shapes), plan);
      }
      if ('not' in plan) return plan;
      const values: unknown[] = [];
      for (const parameter of plan.parameters) {
        if ('value' in parameter) values.push(parameter.value);
        else if ('asker' in parameter) values.push(asker[parameter.asker]);
        else {
          const value = coerced.coerced[parameter.variable] ?? null;
          if (parameter.check && !parameter.check(value))
            return { not: `$${parameter.variable} is for the resolver` };
          values.push(parameter.read ? parameter.read(value) : value);
        }
      }
      return { name: plan.name, sql: plan.sql, values };
    },
  };
}
