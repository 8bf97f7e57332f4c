import { describe } from 'vitest'
import { anthropicSdk } from './api-simulator/anthropic.ts'
import { simulatorContract } from './api-simulator/contract.ts'
import { groqSdk } from './api-simulator/groq.ts'
import { openaiSdk } from './api-simulator/openai.ts'
import { places } from './api-simulator/places.ts'

describe.for([openaiSdk, anthropicSdk, groqSdk])("a simulator and its vendor's own client: $provider", (sdk) => {
  describe.for(Object.entries(places))('%s', ([, open]) => {
    simulatorContract(sdk, open)
  })
})
