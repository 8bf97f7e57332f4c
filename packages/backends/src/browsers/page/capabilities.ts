import type { BrowserCapabilities, WebgpuAdapter } from '../wire/messages.ts'

/** What browsers have beyond what the types of Node know. */
interface PageNavigator {
  readonly userAgent: string
  readonly hardwareConcurrency: number
  readonly deviceMemory?: number
  readonly gpu?: { requestAdapter(): Promise<PageAdapter | null> }
  readonly ml?: { createContext(options?: object): Promise<PageMlContext> }
}

interface PageAdapter {
  readonly info?: Readonly<Record<'vendor' | 'architecture' | 'device' | 'description', string>> & { readonly isFallbackAdapter?: boolean }
  readonly isFallbackAdapter?: boolean
  readonly features: Iterable<string>
  readonly limits: object
}

interface PageMlContext {
  opSupportLimits?(): Readonly<Record<string, unknown>>
  destroy?(): void
}

interface PageGlobal {
  readonly isSecureContext: boolean
  readonly crossOriginIsolated: boolean
}

const browser = Reflect.get(globalThis, 'navigator') as PageNavigator
const page: PageGlobal = { isSecureContext: read('isSecureContext'), crossOriginIsolated: read('crossOriginIsolated') }
declare const WebAssembly: { validate(bytes: Uint8Array): boolean }

function read(name: keyof PageGlobal): boolean {
  return Reflect.get(globalThis, name) === true
}

export async function readCapabilities(): Promise<BrowserCapabilities> {
  const memory = (performance as { readonly memory?: { readonly jsHeapSizeLimit: number } }).memory
  const [webgpu, webnn] = [await readAdapter(), await readWebnn()]
  return {
    userAgent: browser.userAgent,
    isSecureContext: page.isSecureContext,
    isCrossOriginIsolated: page.crossOriginIsolated,
    cores: browser.hardwareConcurrency,
    deviceMemoryGiB: browser.deviceMemory ?? null,
    heapLimitBytes: memory?.jsHeapSizeLimit ?? null,
    clockResolutionMs: smallestStep(),
    wasm: {
      simd: hasFeature(simd),
      relaxedSimd: hasFeature(relaxedSimd),
      threads: page.crossOriginIsolated && hasFeature(threads),
      jspi: 'Suspending' in WebAssembly,
      memory64: hasFeature(memory64),
    },
    webgpu: typeof webgpu === 'string' ? null : webgpu,
    webgpuMissing: typeof webgpu === 'string' ? webgpu : null,
    webnn: typeof webnn === 'string' ? null : webnn,
    webnnMissing: typeof webnn === 'string' ? webnn : null,
  }
}

/** The adapter, or why there is none. */
async function readAdapter(): Promise<WebgpuAdapter | string> {
  if (browser.gpu === undefined) return 'the browser has no WebGPU (navigator.gpu)'
  try {
    const adapter = await browser.gpu.requestAdapter()
    if (adapter === null) return 'the browser has WebGPU but found no adapter (requestAdapter answered null)'
    const { info } = adapter
    const limits: Record<string, number> = {}
    // the values are getters of the prototype
    for (const name in adapter.limits) {
      const value: unknown = Reflect.get(adapter.limits, name)
      if (typeof value === 'number') limits[name] = value
    }
    return {
      vendor: info?.vendor ?? '',
      architecture: info?.architecture ?? '',
      device: info?.device ?? '',
      description: info?.description ?? '',
      isFallback: info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
      features: [...adapter.features].sort(),
      limits,
    }
  } catch (error) {
    return `WebGPU failed: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function readWebnn(): Promise<{ operators: string[]; inputTypes: string[] } | string> {
  if (browser.ml === undefined) return 'the browser has no WebNN (navigator.ml)'
  try {
    const context = await browser.ml.createContext()
    const limits = context.opSupportLimits?.() ?? {}
    const operators = Object.keys(limits).filter((name) => !notOperators.has(name) && typeof limits[name] === 'object')
    const input = limits['input'] as { readonly dataTypes?: readonly string[] } | undefined
    context.destroy?.()
    return { operators: operators.sort(), inputTypes: [...(input?.dataTypes ?? [])].sort() }
  } catch (error) {
    return `the browser has WebNN but made no context: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Fields of `opSupportLimits()` beside the operators. */
const notOperators = new Set(['input', 'output', 'constant', 'preferredInputLayout', 'maxTensorByteLength'])

function smallestStep(): number {
  let smallest = Number.POSITIVE_INFINITY
  for (let tick = 0; tick < 20; tick += 1) {
    const start = performance.now()
    let next = performance.now()
    while (next === start) next = performance.now()
    smallest = Math.min(smallest, next - start)
  }
  return smallest
}

// The smallest modules that use each feature: the header, then sections by hand from the WebAssembly binary format.
const header = [0, 97, 115, 109, 1, 0, 0, 0]
/** `(func (result v128) i32.const 0 i8x16.splat)` */
const simd = [...header, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11]
/** `(func (result v128) … i8x16.relaxed_swizzle)` */
const relaxedSimd = [...header, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253, 15, 253, 128, 2, 11]
/** `(memory 1 1 shared)` */
const threads = [...header, 5, 4, 1, 3, 1, 1]
/** `(memory i64 1)` */
const memory64 = [...header, 5, 3, 1, 4, 1]

function hasFeature(bytes: readonly number[]): boolean {
  return WebAssembly.validate(Uint8Array.from(bytes))
}
