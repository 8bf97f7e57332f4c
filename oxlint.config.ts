import { defineConfig } from 'oxlint'
import { allowedImports, forbiddenImports } from './layers.ts'

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['**/dist/**', '**/.tmp-*/**', '**/node_modules/**'],
  rules: {
    // measuring and streaming go one after the other on purpose
    'no-await-in-loop': 'off',
    'no-shadow': 'off',
    // tests are generated in loops, by fixtures and by functions of our own
    'vitest/no-conditional-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    'vitest/expect-expect': 'off',
    'vitest/valid-title': 'off',
    'vitest/no-conditional-tests': 'off',
    'vitest/valid-expect': 'off',
    'oxc/no-map-spread': 'off',
    'oxc/approx-constant': 'off',
    'unicorn/prefer-set-has': 'off',
    // of windows; threads have no origin
    'unicorn/require-post-message-target-origin': 'off',
    'typescript/consistent-return': 'off',
    'typescript/no-unsafe-enum-assignment': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'import/no-named-as-default-member': 'off',
    'no-underscore-dangle': 'off',
    'import/no-unassigned-import': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'off',
    'typescript/ban-ts-comment': 'error',
    // typed arrays behind a checked element type
    'typescript/no-unsafe-type-assertion': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'import/no-cycle': 'error',
  },
  overrides: Object.keys(allowedImports).map((folder) => ({
    files: [`packages/${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: forbiddenImports(folder), message: `layers.ts does not let packages/${folder} import this` },
            { group: ['../../*/src/*', '../../../*/src/*', '../../../../packages/*'], message: 'import the package by its name' },
          ],
        },
      ],
    },
  })),
})
