/** The layers of the house: app → components → lib, never back; no cycle. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'lib-knows-no-screen', severity: 'error', from: { path: '^lib/' }, to: { path: '^(app|components)/' } },
    { name: 'components-know-no-route', severity: 'error', from: { path: '^components/' }, to: { path: '^app/' } },
    {
      name: 'prisma-in-lib-only',
      comment: 'Pages and components call a query or an action; they never open the base.',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '(^lib/socle/(base|prisma)|node_modules/(@prisma|pg)/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'regles.ts knows no React, no Prisma, no framework.',
      severity: 'error',
      from: { path: '/regles[^/]*\\.ts$' },
      to: {
        path: '(node_modules/(react|next|@prisma|pg)/|^lib/socle/(base|prisma|session|action))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: '^(tests|e2e|bench)/' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|donnees|lib/socle/prisma)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
