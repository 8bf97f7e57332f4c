/** One server-sent event, as the HTML standard (§ 9.2) writes it: an optional name, one line of data, an empty line. */
export function sseFrame(data: unknown, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
}
