/** What {@link watchDevices} writes to the console: reason and message of a WebGPU device that is lost. */
export const deviceLostMark = /^vitest-hardware: WebGPU device lost \((\w+)\): ?(.*)$/s

interface AdapterPrototype {
  requestDevice(
    this: unknown,
    ...args: readonly unknown[]
  ): Promise<{ readonly lost: Promise<{ readonly reason: string; readonly message: string }> }>
}

/**
 * Runs in the page, as text: no names from outside. Reports devices that are lost without the page's own code having destroyed them, which
 * most pages never look at: work on a lost device is silently dropped.
 */
export function watchDevices(): void {
  const prototype = (Reflect.get(globalThis, 'GPUAdapter') as { readonly prototype: AdapterPrototype } | undefined)?.prototype
  if (prototype === undefined) return
  // oxlint-disable-next-line typescript/unbound-method -- called with the adapter as `this` below
  const original = prototype.requestDevice
  prototype.requestDevice = async function (...args) {
    const device = await original.apply(this, [...args])
    const watch = async (): Promise<void> => {
      const { reason, message } = await device.lost
      if (reason !== 'destroyed') console.error(`vitest-hardware: WebGPU device lost (${reason}): ${message}`)
    }
    void watch()
    return device
  }
}
