export * from '@vitest-hardware/skillset'
