import type { ApolloClient } from '@apollo/client';
import { type TasksSearch, tasksQuery, taskVariables } from '#features/activity';

/** Fetches the list before the page is shown. */
export const loadTasks = (client: ApolloClient, search: TasksSearch) =>
  client.query({
    query: tasksQuery,
    variables: taskVariables(search),
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });
