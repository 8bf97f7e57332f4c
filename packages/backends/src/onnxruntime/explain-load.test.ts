import { expect, test } from 'vitest'
import { explainLoad } from './explain-load.ts'

// Reasons as onnxruntime-node and onnxruntime-web 1.30 word them.
test.each([
  ['Failed to load model because protobuf parsing failed.', 'not-a-model', /truncated/],
  ["Can't create a session. ERROR_CODE: 2, ERROR_MESSAGE: No graph was found in the protobuf.", 'not-a-model', /truncated/],
  ['Fatal error: com.microsoft.extensions:BertTokenizer(-1) is not a registered function/op', 'unknown-operator', /onnxruntime-extensions/],
  ['Fatal error: my.domain:Op(-1) is not a registered function/op', 'unknown-operator', /my\.domain:Op/],
  ["In Node, Error No opset import for domain 'my.domain'", 'unknown-operator', /my\.domain/],
  ['Error No Op registered for Foo with domain_version of 21', 'unknown-operator', /Foo is not known in operator set 21/],
  ["Could not find an implementation for Identity(21) node with name ''", 'missing-kernel', /version 21 of Identity/],
  ["was false. Provider type for Add node with name '' is not set.", 'missing-kernel', /no kernel for Add/],
  ['Unsupported model IR version: 99, max supported IR version: 13', 'unsupported-version', /99\) is newer than this runtime knows \(13\)/],
  [
    'Opset 99 is under development and support for this is limited.\nofficial support for domain ai.onnx is till opset 26.',
    'unsupported-version',
    /99.*26/,
  ],
  ['Unsupported data type: 16', 'unsupported-value-type', /element type 16/],
  ['Failed to construct locale with name:en_US.UTF-8:locale', 'other', /locale en_US\.UTF-8/],
  ['something else', 'other', /refused/],
])('%s', (reason, failure, what) => {
  const explanation = explainLoad(reason)
  expect(explanation.failure).toBe(failure)
  expect(explanation.what).toMatch(what)
  expect(explanation.nextStep).not.toBe('')
})
