export * from '@vitest-hardware/test-fixtures/suites'
