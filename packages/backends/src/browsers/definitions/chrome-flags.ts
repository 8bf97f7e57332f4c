import { getuid } from 'node:process'
import { deviceNode, renderNodes } from '../../probe/device-node.ts'

/** Flags that Chromium and its relatives are started with. */
export async function chromeFlags(): Promise<string[]> {
  return [
    // containers have a small /dev/shm, which a crash of the page would be the first sign of
    '--disable-dev-shm-usage',
    // WebGPU and WebNN are behind flags on Linux
    '--enable-unsafe-webgpu',
    '--enable-features=Vulkan,WebMachineLearningNeuralNetwork',
    // timers and rendering of a page that nobody sees are otherwise slowed down
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    ...((await hasGpu()) ? [] : ['--use-webgpu-adapter=swiftshader']),
    // root may not use the sandbox; every page that is opened is served by this process
    ...(getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

/** Elsewhere than on Linux a GPU, or the system's own stand-in, is always there. */
export async function hasGpu(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const nodes = ['/dev/nvidia0', '/dev/dxg', ...(await renderNodes())]
  return (await Promise.all(nodes.map(deviceNode))).includes('usable')
}
