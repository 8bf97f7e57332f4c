import type { BackendName } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { configDefaults, type TestProjectConfiguration } from 'vitest/config'
import { type HardwareOptions, resolveOptions } from './options.ts'
import { type RootTestOptions, projectName, splitProjects, type Target, targetsOf } from './projects.ts'

const hidden = ['**/*.hardware.test.?(c|m)[jt]s?(x)', '**/*.hardware.bench.?(c|m)[jt]s?(x)']
const context = (target: Target) => ({ ...target, root: '/r', baselineFile: '/r/b.json', cacheFolder: '/r/c' })

function split(root: RootTestOptions, backends: BackendName[] = ['cpu', 'wasm']): { own: Inline[]; hardware: Inline[] } {
  const projects = splitProjects({
    test: root,
    options: resolveOptions({ backends, browsers: [] }),
    ownName: 'shop',
    setupFile: '/setup.js',
    contextOf: context,
    environments: new Map([['wasm', { FROM_BACKEND: '1' }]]),
  }) as Inline[]
  return { own: projects.slice(0, -backends.length), hardware: projects.slice(-backends.length) }
}

type Inline = Exclude<TestProjectConfiguration, string | Promise<unknown> | ((...args: never[]) => unknown)>

test('a suite without projects becomes one, named after its package, that leaves the hardware files alone', () => {
  const { own } = split({})
  expect(own).toEqual([{ extends: true, test: { name: 'shop', exclude: [...configDefaults.exclude, ...hidden] } }])
})

test('each backend gets a project that runs alone', () => {
  const { hardware } = split({})
  expect(hardware.map((project) => project.test?.name)).toEqual(['hardware-cpu', 'hardware-wasm'])
  expect(hardware.map((project) => project.test?.maxWorkers)).toEqual([1, 1])
  expect(new Set(hardware.map((project) => project.test?.sequence?.groupOrder)).size).toBe(2)
  expect(hardware[1]!.test?.provide?.vitestHardware).toEqual(context({ backend: 'wasm', browser: null }))
  expect(hardware.map((project) => project.test?.env)).toEqual([{}, { FROM_BACKEND: '1' }])
})

test("the suite's own options move to its own project and never reach the hardware projects", () => {
  const root: RootTestOptions = {
    include: ['src/**/*.test.ts'],
    exclude: ['x'],
    setupFiles: './dom.ts',
    environment: 'jsdom',
    globals: true,
    name: 'web',
  }
  const { own, hardware } = split(root)
  expect(own[0]!.test).toEqual({
    name: 'web',
    include: ['src/**/*.test.ts'],
    exclude: ['x', ...hidden],
    setupFiles: ['./dom.ts'],
    environment: 'jsdom',
  })
  expect(root).not.toHaveProperty('include')
  expect(root).not.toHaveProperty('setupFiles')
  // what stays at the root is inherited by all
  expect(root.globals).toBe(true)
  expect(hardware[0]!.test).toMatchObject({ environment: 'node', setupFiles: ['/setup.js'] })
})

test("projects of the suite's own stay, with what they inherited", () => {
  const root: RootTestOptions = {
    include: ['a'],
    projects: ['packages/*', { extends: true, test: { name: 'unit', include: ['b'] } }, { extends: false, test: { name: 'apart' } }],
  }
  const { own } = split(root)
  expect(own).toEqual([
    'packages/*',
    { extends: true, test: { name: 'unit', include: ['a', 'b'], exclude: [...configDefaults.exclude, ...hidden] } },
    { extends: false, test: { name: 'apart', exclude: [...configDefaults.exclude, ...hidden] } },
  ])
})

test('the usual browser backends are those that run in Node too; WebNN only where it is asked for', () => {
  const names = (options: HardwareOptions) => targetsOf(resolveOptions(options)).map(projectName)
  expect(names({ backends: ['cpu', 'webnn'] })).toEqual(['hardware-cpu', 'hardware-webnn'])
  expect(names({ backends: ['wasm'] })).toEqual(['hardware-wasm', 'hardware-chromium-wasm', 'hardware-firefox-wasm'])
  expect(names({ backends: ['cpu'], browsers: ['edge'], browserBackends: ['webnn', 'wasm'] })).toEqual([
    'hardware-cpu',
    'hardware-edge-webnn',
    'hardware-edge-wasm',
  ])
  expect(names({ backends: ['wasm'], browsers: [] })).toEqual(['hardware-wasm'])
  expect(names({ backends: ['wasm', 'webgpu'], browserBackends: { firefox: ['wasm'] } }).slice(2)).toEqual([
    'hardware-chromium-wasm',
    'hardware-chromium-webgpu',
    'hardware-firefox-wasm',
  ])
})

test("a browser's project says so, runs alone and inherits no driver of Node's", () => {
  const projects = splitProjects({
    test: {},
    options: resolveOptions({ backends: ['wasm'], browsers: ['firefox'] }),
    ownName: 'shop',
    setupFile: '/setup.js',
    contextOf: context,
    environments: new Map([['wasm', { FROM_BACKEND: '1' }]]),
  }) as Inline[]
  const { test } = projects.at(-1)!
  expect(test).toMatchObject({ name: 'hardware-firefox-wasm', maxWorkers: 1, env: {}, provide: { vitestHardware: { browser: 'firefox' } } })
  expect(new Set(projects.map((project) => project.test?.sequence?.groupOrder)).size).toBe(3)
})

test.each([
  [{ browsers: ['opera'] }, /browsers/],
  [{ browserBackends: ['cuda'] }, /browserBackends/],
  [{ browserBackends: { opera: ['wasm'] } }, /browserBackends/],
  [{ backend: ['cpu'] }, /backend/],
  [{ backends: ['gpu'] }, /gpu|backends/],
  [{ backends: [] }, /backends/],
  [{ folder: 1 }, /folder/],
])('refuses the options %j', (options, message) => {
  expect(() => resolveOptions(options as never)).toThrow(message)
})
