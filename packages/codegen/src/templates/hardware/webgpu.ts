import type { HardwareTemplate } from '../template.ts'

export const template: HardwareTemplate = {
  kind: 'hardware',
  name: 'webgpu',
  // sines of timesteps up to 1000 are right to about 1e-5 of the largest output only in WebGPU's float32
  tolerance: ({ facts }) => (facts.family === 'diffusion' ? 1e-3 : null),
}
