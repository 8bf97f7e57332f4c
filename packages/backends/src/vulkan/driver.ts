import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Vulkan drivers that compute on the processor. */
const softwareDrivers: Readonly<Record<string, string>> = { 'libvk_swiftshader.so': 'swiftshader', 'libvulkan_lvp.so': 'llvmpipe' }

/** Vulkan drivers of GPUs, by how their library is called on Linux. */
const gpuDrivers: readonly { readonly library: RegExp; readonly name: string }[] = [
  { library: /^lib(GLX|EGL)_nvidia\.so/, name: 'nvidia' },
  { library: /^libnvidia-(glvkspirv|glcore|eglcore)\.so/, name: 'nvidia' },
  { library: /^libvulkan_radeon\.so/, name: 'radv' },
  { library: /^amdvlk64\.so/, name: 'amdvlk' },
  { library: /^libvulkan_intel(_hasvk)?\.so/, name: 'anv' },
  { library: /^libvulkan_nouveau\.so/, name: 'nvk' },
  { library: /^libvulkan_(freedreno|panfrost|broadcom|asahi|powervr_mesa|virtio)\.so/, name: 'mesa' },
]

const gpuDevice = /^\/dev\/(nvidia\d+|dri\/renderD\d+|dxg)$/

/** What this process computes on through Vulkan. */
export type VulkanDriver =
  | { readonly kind: 'software'; readonly name: string; readonly library: string }
  | { readonly kind: 'gpu'; readonly name: string; readonly device: string }

/** What a process has open: its mapped libraries and open files. */
export interface ProcessView {
  readonly libraries: readonly string[]
  readonly files: readonly string[]
}

/**
 * Tells from a process' libraries and open devices which Vulkan driver computes. A GPU is believed only where both its driver is
 * mapped and its device is open; everything else is software, so that a software renderer never passes for a GPU.
 */
export function vulkanDriver({ libraries, files }: ProcessView): VulkanDriver {
  const software = libraries.find((library) => basename(library) in softwareDrivers)
  const gpu = libraries
    .map((library) => gpuDrivers.find((driver) => driver.library.test(basename(library))))
    .find((driver) => driver !== undefined)
  const device = files.find((file) => gpuDevice.test(file))
  if (gpu !== undefined && device !== undefined) return { kind: 'gpu', name: gpu.name, device }
  if (software !== undefined) return { kind: 'software', name: softwareDrivers[basename(software)]!, library: software }
  return {
    kind: 'software',
    name: 'unknown Vulkan driver',
    library: libraries.find((library) => basename(library).startsWith('libvulkan')) ?? 'none',
  }
}

/** Reads Linux' own record of this process. */
export async function viewOwnProcess(): Promise<ProcessView> {
  const maps = await readFile('/proc/self/maps', 'utf8')
  const descriptors = await readdir('/proc/self/fd')
  const links = await Promise.all(descriptors.map((descriptor) => readlink(join('/proc/self/fd', descriptor)).catch(() => '')))
  return { libraries: librariesIn(maps), files: links.filter((link) => link.startsWith('/')).sort() }
}

/** Files in the last column of `/proc/<pid>/maps`, each once. */
export function librariesIn(maps: string): string[] {
  const paths = maps.split('\n').map((line) => /^(?:\S+\s+){5}(\/.+)$/.exec(line)?.[1])
  return [...new Set(paths.filter((path) => path !== undefined))].sort()
}
