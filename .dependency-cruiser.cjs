// The arrows of docs/architecture.md, so that a wrong one fails the check.
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const feature = '^(api|web)/(?!domain/|http/|files/|bank-files/|documents/|photos/|pdf/|jobs/|cli/|shell/|fields/|e2e/)([^/]+)/';
module.exports = {
  forbidden: [
    rule('no-circle', 'a circle has no first room', {}, { circular: true }),
    rule('domain-is-pure', 'rules import nothing but rules: no IO, no npm, no clock', { path: '^api/domain/', pathNot: '\\.test\\.ts$' }, { pathNot: '^api/domain/' }),
    rule('db-knows-only-domain', 'the memory imports only the rules', { path: '^db/' }, { path: '^(api/(?!domain/)|web/)' }),
    rule('sql-only-in-db', 'kysely and pg stay in db', { path: '^(api|web)/', pathNot: '\\.(test|testing)\\.tsx?$' }, { path: 'node_modules/(kysely|pg|pg-copy-streams)/' }),
    rule('hono-only-in-api', 'doors are in api', { path: '^(db|web)/' }, { path: 'node_modules/(hono|@hono)/' }),
    rule('react-only-in-web', 'screens are in web', { path: '^(db|api)/' }, { path: 'node_modules/(react|react-dom|react-admin|ra-core|@mui)/' }),
    rule('web-reads-only-rules', 'screens speak HTTP; they may share pure rules', { path: '^web/', pathNot: '^web/e2e/|\\.test\\.tsx?$' }, { path: '^(db/|api/(?!domain/))' }),
    rule('features-meet-in-shared-rooms', 'a feature never imports another', { path: feature }, { path: feature, pathNot: '^$1/$2/' }),
    rule('routes-open-no-transaction', 'a route parses and answers', { path: '\\.route\\.ts$' }, { path: '^db/transaction\\.ts$' }),
    rule('queries-open-no-transaction', 'queries are only queries', { path: '^db/queries/' }, { path: '^db/transaction\\.ts$' }),
    rule('not-to-unresolvable', 'every import exists', {}, { couldNotResolve: true, pathNot: 'virtual:' }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|\\.data)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
