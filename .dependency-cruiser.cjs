/**
 * The walls of the house. Each rule says what it teaches; `npm run walls` prints the sentence beside the import that broke it.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const sources = 'marketing|sales|support|voice|activity';
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one thing in two places: find the third thing they both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Decisions take values and return values: no database, no GraphQL, no network, no files in a domain/ room.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(apps/api/src/(platform|app|migrations)/|node_modules/(typeorm|pg|type-graphql|graphql|@apollo)|(node:)?(fs|net|http|child_process)$)',
      },
    },
    {
      name: 'domain-knows-no-rooms',
      comment: 'domain/ is the innermost room: it does not know data/, graph/ or the verbs that use it.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/domain/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/modules/$1/(data|graph)/' },
    },
    {
      name: 'modules-meet-at-the-door',
      comment: 'Another subject is entered through its door (index.ts), never through an inner room.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/' },
      to: {
        path: '^apps/api/src/modules/[^/]+/.+',
        pathNot: '^apps/api/src/modules/($1/|[^/]+/index\\.ts$)',
      },
    },
    {
      name: 'sources-do-not-meet',
      comment:
        'Marketing, sales, support, voice and activity know the customer, never each other: compose them in a page or in app/.',
      severity: 'error',
      from: { path: `^apps/api/src/modules/(${sources})/` },
      to: { path: `^apps/api/src/modules/(${sources}|intake)/`, pathNot: '^apps/api/src/modules/$1/' },
    },
    {
      name: 'customers-know-nobody',
      comment: 'The root of the graph does not name its limbs: they add themselves from outside.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/customers/' },
      to: {
        path: '^apps/api/src/modules/',
        pathNot: '^apps/api/src/modules/(customers/|(access|house|sources|changes)/index\\.ts$)',
      },
    },
    {
      name: 'intake-knows-no-source',
      comment:
        'The front door is handed its recorders by app/: it never imports marketing, sales, support, voice or activity.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/intake/' },
      to: { path: `^apps/api/src/modules/(${sources})/` },
    },
    {
      name: 'sql-lives-in-data',
      comment: 'SQL and TypeORM are spoken in data/ (and platform/, migrations/) only.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/', pathNot: '(/data/|\\.db\\.test\\.ts$)' },
      to: { path: '^node_modules/(typeorm|pg|pg-copy-streams)/' },
    },
    {
      name: 'graphql-lives-in-graph',
      comment: 'GraphQL is spoken in graph/ (and platform/graphql, app/) only.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/', pathNot: '/graph/' },
      to: { path: '^node_modules/(graphql|type-graphql)/' },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'Plumbing knows no business word: platform/ and kernel/ import no module and not app/.',
      severity: 'error',
      from: { path: '^apps/api/src/(platform|kernel)/' },
      to: { path: '^apps/api/src/(modules|app|seed)/' },
    },
    {
      name: 'kernel-knows-nobody',
      comment: 'kernel/ is a handful of pure tools.',
      severity: 'error',
      from: { path: '^apps/api/src/kernel/' },
      to: { path: '^(apps/|node_modules/(typeorm|pg|graphql|@apollo))', pathNot: '^apps/api/src/kernel/' },
    },
    {
      name: 'only-main-starts',
      comment: 'Nobody imports main.ts: it is the one file that starts something.',
      severity: 'error',
      from: {},
      to: { path: '^apps/api/src/main\\.ts$' },
    },
    {
      name: 'web-and-api-meet-in-the-schema',
      comment: 'The web knows the api by packages/schema only.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/api/' },
    },
    {
      name: 'web-floors',
      comment: 'In the web: app → pages → features → ui → lib. Lower floors do not look up.',
      severity: 'error',
      from: { path: '^apps/web/src/(lib|ui|features)/' },
      to: { path: '^apps/web/src/(app|pages)/' },
    },
    {
      name: 'web-ui-below-features',
      comment: 'ui/ and lib/ know no feature.',
      severity: 'error',
      from: { path: '^apps/web/src/(lib|ui)/' },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'features-do-not-meet',
      comment: 'Features never import features: a page composes them.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'apps/api/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
