// Made by vitest-hardware 0.1.0 from 7d59e96f3f748f91; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, imageClassification } from 'vitest-hardware/skillset'

/** PPLCNet. depthwise and pointwise convolutions with hard swish; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ppLcnet = {
  checkpoint: 'PaddlePaddle/PP-LCNet_x1_0_doc_ori_safetensors',
  imageClassification: imageClassification({ model: 'pp_lcnet', labels: 10 }),
  backbone: backbone({ model: 'pp_lcnet' }),
} as const
