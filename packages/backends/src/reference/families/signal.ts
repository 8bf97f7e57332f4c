import type { Family } from '../operator.ts'
import { dft, stft } from './signal/dft.ts'
import { blackmanWindow, hammingWindow, hannWindow, melWeightMatrix, refusesOutputDatatype } from './signal/windows.ts'

/** Spectra and the windows that they need. */
export const signal: Family = {
  name: 'signal',
  operators: {
    BlackmanWindow: { since: 17, refuses: refusesOutputDatatype, evaluate: blackmanWindow },
    DFT: { since: 17, evaluate: dft },
    HammingWindow: { since: 17, refuses: refusesOutputDatatype, evaluate: hammingWindow },
    HannWindow: { since: 17, refuses: refusesOutputDatatype, evaluate: hannWindow },
    MelWeightMatrix: { since: 17, inputs: 5, refuses: refusesOutputDatatype, evaluate: melWeightMatrix },
    STFT: { since: 17, inputs: 2, evaluate: stft },
  },
}
