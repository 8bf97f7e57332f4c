import { expect, test } from 'vitest'
import { PythonSource } from './python-source.ts'

const source = new PythonSource(`
A_NAMES = OrderedDict(
    [
        # a comment
        ("bert", "BertModel"),
        ("reformer", ("ReformerModel", "ReformerModelWithLMHead")),
        ("made", make("Model")),
    ]
)
B: dict = {"gpt-sw3": "gpt2"}
A_NAMES.update({"late": "LateModel"})

@auto_docstring(checkpoint="org/name")
@strict
class NewConfig(PreTrainedConfig, other.Base):
    r"""Text with vocab_size: int = 1 in it."""

    model_type = "new"
    vocab_size: int = 30_522
    eps: float | int = 1e-12
    offset: int = -2
    names: list[str] | None = None
    use_cache: bool = True
    made: int = len("x")

class OldConfig(PretrainedConfig):
    model_type = "old"

    def __init__(self, vocab_size=100, act: str = "gelu", *, kernel=(3, 5), rope=None, made=f(), **kwargs):
        self.not_a_field = 3
`)

test('mappings are read as pairs, what would have to be run is undefined', () => {
  const mappings = source.mappings()
  expect([...mappings.get('A_NAMES')!]).toEqual([
    ['bert', 'BertModel'],
    ['reformer', ['ReformerModel', 'ReformerModelWithLMHead']],
    ['late', 'LateModel'],
  ])
  expect([...mappings.get('B')!]).toEqual([['gpt-sw3', 'gpt2']])
})

test('fields of classes, annotated or defaults of __init__', () => {
  const [first, second] = source.classes()
  expect(first).toEqual({
    name: 'NewConfig',
    bases: ['PreTrainedConfig', 'other.Base'],
    fields: { model_type: 'new', vocab_size: 30522, eps: 1e-12, offset: -2, names: null, use_cache: true },
  })
  expect(second!.fields).toEqual({ model_type: 'old', vocab_size: 100, act: 'gelu', kernel: [3, 5], rope: null })
})

test('arguments of decorators', () => {
  expect([...source.decoratorArguments('checkpoint')]).toEqual([['NewConfig', 'org/name']])
})
