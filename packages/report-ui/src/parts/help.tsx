import { useEffect, useRef } from 'preact/hooks'
import { shortcutList } from '../keyboard/shortcuts.ts'
import { go, helpOpen, pageState } from '../state/store.ts'

/** Keys and how to read the page; a modal dialog, so the focus stays in it and returns. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOpen = helpOpen.value
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal()
    if (!isOpen) dialog.current?.close()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => {
        helpOpen.value = false
      }}
    >
      <header>
        <h2 id="help-title">Help</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <h3>Keys</h3>
      <dl class="keys">
        {shortcutList.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={pageState.value.shortcuts} onChange={(event) => go({ shortcuts: event.currentTarget.checked })} />{' '}
        Single keys do things
      </label>
      <h3>Reading the numbers</h3>
      <p>
        A ratio is new ÷ baseline, of medians, given with its confidence interval and the number of new samples. Numbers are compared only
        within one hardware profile. “No significant change” does not mean equal: the smallest change that would have been seen stands
        beside it. “Can’t tell” means that the samples are too few or too noisy to say either.
      </p>
      <p>What you see is in the address: copy it to share the same view.</p>
    </dialog>
  )
}
