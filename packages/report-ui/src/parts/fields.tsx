import { go } from '../state/store.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

/** A choice among named values. */
export function SelectField({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChoose: (value: string) => void
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Text that rows must contain; kept in the URL. */
export function FilterField({ value, label }: { readonly value: string | null; readonly label: string }) {
  return (
    <label class="field">
      <span>
        {label} <kbd>/</kbd>
      </span>
      <input
        type="search"
        value={value ?? ''}
        placeholder="any"
        onInput={(event) => go({ filter: event.currentTarget.value === '' ? null : event.currentTarget.value, page: 1 })}
      />
    </label>
  )
}

/** Options out of plain names. */
export function optionsOf(names: readonly string[]): Option[] {
  return names.map((name) => ({ value: name, label: name }))
}
