import { access, constants, readdir } from 'node:fs/promises'
import { join } from 'node:path'

export type DeviceNodeState = 'absent' | 'forbidden' | 'usable'

/** Whether a device file is there and may be read and written by this process. */
export async function deviceNode(path: string): Promise<DeviceNodeState> {
  const may = (mode: number): Promise<boolean> =>
    access(path, mode).then(
      () => true,
      () => false,
    )
  if (!(await may(constants.F_OK))) return 'absent'
  return (await may(constants.R_OK | constants.W_OK)) ? 'usable' : 'forbidden'
}

/** GPU render nodes of Linux' direct rendering manager, sorted. */
export async function renderNodes(): Promise<string[]> {
  const names = await readdir('/dev/dri').catch(() => [])
  return names
    .filter((name) => name.startsWith('renderD'))
    .map((name) => join('/dev/dri', name))
    .sort()
}
