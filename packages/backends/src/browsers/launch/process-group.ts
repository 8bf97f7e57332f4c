import { readdir, readFile } from 'node:fs/promises'

/** A process of a browser, all of which share a process group. */
export interface GroupMember {
  readonly pid: number
  /** Resident set, bytes. */
  readonly residentBytes: number
}

/** Memory is counted in pages of this size on x64 and on most ARM systems, bytes. */
const pageSize = 4096

/** Processes of a browser by the id of its main process; null where the system does not tell (Linux only). */
export async function processGroup(leader: number): Promise<GroupMember[] | null> {
  if (process.platform !== 'linux') return null
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const members = await Promise.all(names.map((name) => memberOf(Number(name), leader)))
  return members.filter((member) => member !== null)
}

async function memberOf(pid: number, leader: number): Promise<GroupMember | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // the program's name, in brackets, may hold anything; the fields after it are numbers
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [group, residentPages] = [fields[2], fields[21]]
  return group === String(leader) ? { pid, residentBytes: Number(residentPages) * pageSize } : null
}
