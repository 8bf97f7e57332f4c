import type { RuntimeChoice } from './wire/messages.ts'

/** Backends that browsers have. */
export const browserBackendNames = ['wasm', 'webgpu', 'webnn'] as const
export type BrowserBackendName = (typeof browserBackendNames)[number]

/** onnxruntime-web's two builds with WebGPU, which give different numbers. */
export type WebgpuBuild = 'native' | 'jsep'

/**
 * @param folder address of the folder with onnxruntime-web's files
 * @param build of WebGPU; the other backends have one build
 */
export function runtimeChoice(folder: string, backend: BrowserBackendName, build: WebgpuBuild): RuntimeChoice {
  const module = {
    wasm: 'ort.wasm.min.mjs',
    webgpu: build === 'native' ? 'ort.webgpu.min.mjs' : 'ort.all.min.mjs',
    webnn: 'ort.all.min.mjs',
  }
  return { module: `${folder}${module[backend]}`, folder, provider: backend }
}

/** Name of the build in a profile. */
export function buildName(backend: BrowserBackendName, build: WebgpuBuild): string {
  return { wasm: 'simd-threaded', webgpu: build, webnn: 'jsep' }[backend]
}
