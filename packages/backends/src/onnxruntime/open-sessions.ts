let open = 0

/** Sessions that this process has opened and not yet disposed, over all backends. For leak checks. */
export function openSessionCount(): number {
  return open
}

export function sessionOpened(): void {
  open += 1
}

export function sessionClosed(): void {
  open -= 1
}
