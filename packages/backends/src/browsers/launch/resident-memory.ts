import { readdir, readFile } from 'node:fs/promises'

/** Pages of memory are counted in this unit on x64 and on most ARM systems, bytes. */
const pageSize = 4096

/**
 * Resident set of all processes of a browser, which share a process group: where WebAssembly's memory and the GPU's stand-in lie.
 * @returns bytes; null where the system does not tell (Linux only)
 */
export async function residentMemory(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const sizes = await Promise.all(names.map((name) => residentIn(`/proc/${name}/stat`, pid)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function residentIn(path: string, group: number): Promise<number> {
  const stat = await readFile(path, 'utf8').catch(() => '')
  // the program's name, in brackets, may hold anything; the fields after it are numbers
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [processGroup, residentPages] = [fields[2], fields[21]]
  return processGroup === String(group) ? Number(residentPages) * pageSize : 0
}
