import { UsageError } from '@vitest-hardware/contracts'
import { realClock, type SimulatorClock } from '../simulator/clock.ts'
import { simulatedVendors } from '../simulator/vendors.ts'
import type { ApiTransport, CassetteOptions } from '../transport.ts'
import { checkCassettePath, readCassette, readCassetteIfThere, writeCassette } from './cassette-file.ts'
import type { CassetteExchange } from './format.ts'
import { startRecording } from './record.ts'
import { replayFetch } from './replay.ts'
import { requestKey } from './request-key.ts'

/** All that opening a cassette can be told. */
export interface CassetteSettings extends CassetteOptions {
  /** Replay: factor on all recorded times; 0 answers at once. @default 1 */
  readonly timeScale?: number
  /** Record: who answers. @default the vendor, through the global `fetch` */
  readonly upstream?: Pick<ApiTransport, 'baseUrl' | 'fetch'>
  /** Where secrets are looked for. @default process.env */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** @default real time */
  readonly clock?: SimulatorClock
}

/**
 * Opens a cassette. `replay` answers from it, with its timing; `record` lets requests through and writes them when the transport is disposed of: an answer recorded anew
 * replaces the ones to the same request, others stay.
 *
 * @throws {UsageError} for a path that is not allowed, and to replay for a file that is absent, corrupt, cut off, newer, or of another vendor.
 */
export async function openCassette(settings: CassetteSettings): Promise<ApiTransport> {
  checkCassettePath(settings.path)
  return settings.mode === 'record' ? recordCassette(settings) : replayCassette(settings)
}

async function replayCassette({
  path,
  provider,
  timeScale = 1,
  environment = process.env,
  clock = realClock,
}: CassetteSettings): Promise<ApiTransport> {
  const cassette = await readCassette(path)
  checkProvider(cassette.provider, provider, path)
  const address = new URL(simulatedVendors[provider].baseUrl)
  // a name that cannot exist (RFC 2606), so a client that goes around `fetch` reaches nobody
  address.host = `${provider}.cassette.invalid`
  return {
    baseUrl: address.href.replace(/\/$/, ''),
    fetch: replayFetch(cassette, { path, environment, clock, timeScale }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

async function recordCassette({
  path,
  provider,
  upstream,
  environment = process.env,
  clock = realClock,
}: CassetteSettings): Promise<ApiTransport> {
  // what is there and no cassette of this vendor is refused before the vendor is paid
  const before = await readCassetteIfThere(path)
  if (before !== null) checkProvider(before.provider, provider, path)
  const recording = startRecording({ path, environment, clock, upstream: upstream?.fetch ?? globalThis.fetch })
  return {
    baseUrl: upstream?.baseUrl ?? simulatedVendors[provider].baseUrl,
    fetch: recording.fetch,
    async [Symbol.asyncDispose]() {
      const exchanges = await recording.finish()
      if (exchanges.length === 0) return
      await inTurn(path, async () => {
        const kept = (await readCassetteIfThere(path))?.exchanges ?? []
        const all = merge(kept, exchanges)
        const simulated = all.some(({ response }) => response.headers['x-simulated'] !== undefined)
        await writeCassette(path, { provider, source: simulated ? 'simulated' : 'live', exchanges: all })
      })
    },
  }
}

function merge(kept: readonly CassetteExchange[], anew: readonly CassetteExchange[]): CassetteExchange[] {
  const replaced = new Set(anew.map(({ request }) => requestKey(request)))
  return [...kept.filter(({ request }) => !replaced.has(requestKey(request))), ...anew]
}

const writers = new Map<string, Promise<void>>()

/** Two tests of one process may record into one file; each must see what the other wrote. */
async function inTurn(path: string, write: () => Promise<void>): Promise<void> {
  const before = writers.get(path) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(write)
  writers.set(path, mine)
  await mine
}

function checkProvider(found: string, wanted: string, path: string): void {
  if (found === wanted) return
  throw new UsageError(`The cassette was recorded from ${found}, not from ${wanted}`, {
    input: path,
    nextStep: `Use another file for ${wanted}.`,
  })
}
