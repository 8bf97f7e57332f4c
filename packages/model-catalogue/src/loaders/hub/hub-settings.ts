import { homedir } from 'node:os'
import { join } from 'node:path'
import { HUB_URL } from '@huggingface/hub'

/** Where and how the hub is reached; the environment variables are those of upstream's own clients. */
export interface HubSettings {
  /** `HF_ENDPOINT`, without a slash at its end. @default the public hub */
  readonly endpoint: string
  /** `HF_TOKEN`; never shown. */
  readonly token: string | null
  /** `HF_HUB_CACHE`, `HUGGINGFACE_HUB_CACHE`, `HF_HOME/hub` or `~/.cache/huggingface/hub`. */
  readonly cacheFolder: string
  /** `HF_HUB_OFFLINE`: only the cache is asked. */
  readonly isOffline: boolean
}

export function hubSettings(environment: Readonly<Record<string, string | undefined>> = process.env): HubSettings {
  const home = environment['HF_HOME'] || join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'huggingface')
  return {
    endpoint: (environment['HF_ENDPOINT'] || HUB_URL).replace(/\/+$/, ''),
    token: environment['HF_TOKEN']?.trim() || null,
    cacheFolder: environment['HF_HUB_CACHE'] || environment['HUGGINGFACE_HUB_CACHE'] || join(home, 'hub'),
    isOffline: ['1', 'true', 'yes', 'on'].includes((environment['HF_HUB_OFFLINE'] ?? '').toLowerCase()),
  }
}
