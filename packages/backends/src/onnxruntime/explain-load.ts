import type { LoadFailure } from '../errors.ts'

export interface LoadExplanation {
  readonly failure: LoadFailure
  readonly what: string
  readonly nextStep: string
}

interface Rule {
  readonly pattern: RegExp
  explain(match: RegExpExecArray): LoadExplanation
}

const rules: readonly Rule[] = [
  {
    pattern: /fallback to CPU EP has been explicitly disabled/,
    explain: () => ({
      failure: 'node-fallback',
      what: 'nodes of the model have no kernel in the provider, and falling back to the processor is forbidden',
      nextStep: 'nodePlacement(backend, model, feeds) lists them; allow the fallback, or export the model with other operators',
    }),
  },
  {
    pattern: /com\.microsoft\.extensions/,
    explain: () => ({
      failure: 'unknown-operator',
      what: 'the model needs operators of onnxruntime-extensions (domain com.microsoft.extensions), which do not exist for JavaScript',
      nextStep: 'export the model without its pre- and post-processing operators and do those steps in JavaScript',
    }),
  },
  {
    pattern: /protobuf parsing failed|No graph was found|data pointer is null|ModelProto does not have a graph/i,
    explain: () => ({
      failure: 'not-a-model',
      what: 'not a whole ONNX model: the file is truncated or of another format',
      nextStep: 'check that the file was copied completely (Git LFS pointers are not models), or export the model again',
    }),
  },
  {
    pattern: /external data|external initializer|ExternalData|GetExtDataFromTensorProto|file_length|GetFileLength/i,
    explain: () => ({
      failure: 'missing-external-data',
      what: 'weights that the model keeps in another file could not be read',
      nextStep: 'put the external data files of the model beside it, with the names they had when it was exported',
    }),
  },
  {
    pattern: /Unsupported model IR version: (\d+), max supported IR version: (\d+)/,
    explain: ([, given, supported]) => ({
      failure: 'unsupported-version',
      what: `the model's file format (IR version ${given}) is newer than this runtime knows (${supported})`,
      nextStep: 'update the runtime, or export the model with an older ONNX version',
    }),
  },
  {
    pattern: /Opset (\d+) is under development.*?till opset (\d+)/s,
    explain: ([, given, supported]) => ({
      failure: 'unsupported-version',
      what: `the model's operator set ${given} is newer than this runtime knows (${supported})`,
      nextStep: `update the runtime, or export the model with opset ${supported} or older`,
    }),
  },
  {
    pattern: /No Op registered for (\S+) with domain_version of (\d+)/,
    explain: ([, operator, version]) => ({
      failure: 'unknown-operator',
      what: `the operator ${operator} is not known in operator set ${version}`,
      nextStep: 'check the operator name and the opset that the model declares; removed operators need a newer export',
    }),
  },
  {
    pattern: /(\S+?)\(-?\d+\) is not a registered function\/op/,
    explain: ([, operator]) => unknownOperator(operator ?? 'an operator'),
  },
  {
    pattern: /No opset import for domain ?'([^']*)'/,
    explain: ([, domain]) => unknownOperator(`of the domain ${domain}`),
  },
  {
    pattern: /Could not find an implementation for ([^\s(]+)\((\d+)\)/,
    explain: ([, operator, version]) => missingKernel(`version ${version} of ${operator}`),
  },
  {
    // The native WebGPU provider stumbles over nodes that neither it nor the processor took.
    pattern: /Provider type for (\S+) node with name '[^']*' is not set/,
    explain: ([, operator]) => missingKernel(operator ?? 'an operator'),
  },
  {
    pattern: /Failed to construct locale with name: ?([\w.-]+)/i,
    explain: ([, locale]) => ({
      failure: 'other',
      what: `the model needs the system's locale ${locale}`,
      nextStep: `install it: apt-get install locales and locale-gen ${locale}`,
    }),
  },
  {
    pattern: /Unsupported data type: (\d+)/,
    explain: ([, type]) => ({
      failure: 'unsupported-value-type',
      what: `an input or output has the ONNX element type ${type}, which JavaScript runtimes cannot hand over`,
      nextStep: 'cast it to float32 inside the model',
    }),
  },
]

function missingKernel(operator: string): LoadExplanation {
  return {
    failure: 'missing-kernel',
    what: `the runtime has no kernel for ${operator} with the model's element types`,
    nextStep: 'export the model with a newer opset (kernels of old operator versions are removed over time) or with other element types',
  }
}

function unknownOperator(operator: string): LoadExplanation {
  return {
    failure: 'unknown-operator',
    what: `the operator ${operator} is not known to this runtime`,
    nextStep: 'custom operators need a runtime that was built with them; export the model with standard operators',
  }
}

/** Finds what a runtime's refusal means; falls back to its first line. */
export function explainLoad(reason: string): LoadExplanation {
  for (const rule of rules) {
    const match = rule.pattern.exec(reason)
    if (match !== null) return rule.explain(match)
  }
  return { failure: 'other', what: 'the runtime refused the model', nextStep: 'read the reason above; `cpu` supports the most operators' }
}
