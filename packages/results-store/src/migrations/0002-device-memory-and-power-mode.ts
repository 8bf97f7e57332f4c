import type { Migration } from './migration.ts'

/** Two more facts of a hardware profile; unknown for the profiles that are already there. */
export const deviceMemoryAndPowerMode: Migration = {
  version: 2,
  name: 'device-memory-and-power-mode',
  sql: `
ALTER TABLE hardware_profiles ADD COLUMN device_memory_bytes BIGINT;
ALTER TABLE hardware_profiles ADD COLUMN power_mode VARCHAR;
`,
}
