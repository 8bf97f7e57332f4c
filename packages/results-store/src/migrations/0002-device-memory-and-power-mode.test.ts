import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { initial } from './0001-initial.ts'
import { deviceMemoryAndPowerMode } from './0002-device-memory-and-power-mode.ts'
import { migrate } from './migrate.ts'

test('profiles that are already there keep their facts, and the new ones are unknown', async () => {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  await migrate(connection, 'x', [initial])
  await connection.run(
    `INSERT INTO hardware_profiles VALUES (uuid(), 'cpu', 'a cpu', 'cpu', false, NULL, 'onnxruntime-node', '1.30.0', NULL, 'linux', '6.1', 'x64', 'a cpu', 2, 1024, 'node 24')`,
  )
  expect(await migrate(connection, 'x', [initial, deviceMemoryAndPowerMode])).toEqual(['device-memory-and-power-mode'])
  const rows = await connection.runAndReadAll('SELECT device, memory_bytes, device_memory_bytes, power_mode FROM hardware_profiles')
  expect(rows.getRows()).toEqual([['a cpu', 1024n, null, null]])
  connection.closeSync()
  instance.closeSync()
})
