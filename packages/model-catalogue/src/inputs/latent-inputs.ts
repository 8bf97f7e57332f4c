import { configInteger, type InputRule, normal, numbers } from './input-rule.ts'

/** Steps of the noise schedule that diffusion models are trained on. */
const trainingSteps = 1000
/** Classes of ImageNet, for a class-conditional model of which only the file is known. */
const usualClasses = 1000

/** Noise, hidden states and conditions of diffusion models and decoders, by the names of their exports. */
export const latentRules: readonly InputRule[] = [
  // noise at the first step, and hidden states behind a layer norm: mean 0, variance 1
  {
    names: /^(sample|latent_sample|latents|hidden_states|encoder_hidden_states|noise_sequence)$/,
    fill: ({ count, random }) => numbers(count, () => normal(random)),
  },
  { names: /^timestep$/, fill: ({ count, random }) => numbers(count, () => Math.floor(random() * trainingSteps)) },
  // height and width before, offsets of the crop, height and width wanted
  { names: /^time_ids$/, fill: ({ count }) => numbers(count, (index) => (index % 6 === 2 || index % 6 === 3 ? 0 : 128)) },
  {
    names: /^class_labels$/,
    fill: ({ count, config, random }) => {
      const classes = configInteger(config, 'num_embeds_ada_norm') ?? usualClasses
      return numbers(count, () => Math.floor(random() * classes))
    },
  },
]
