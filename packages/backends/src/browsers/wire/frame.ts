/** A message with binary parts: what goes between this process and a page. */
export interface Frame {
  readonly message: unknown
  readonly buffers: readonly Uint8Array[]
}

interface Header {
  readonly message: unknown
  readonly lengths: readonly number[]
}

/** Each part starts at a multiple of this, so that the far side can view it as an array of any element type. */
const alignment = 8
const lengthBytes = 4

/** `u32 length of the header | header as JSON | padding | part | padding | part …`, little-endian. */
export function encodeFrame(message: unknown, buffers: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(JSON.stringify({ message, lengths: buffers.map((part) => part.byteLength) } satisfies Header))
  const start = aligned(lengthBytes + header.byteLength)
  const size = buffers.reduce((sum, part) => sum + aligned(part.byteLength), start)
  const frame = new Uint8Array(size)
  new DataView(frame.buffer).setUint32(0, header.byteLength, true)
  frame.set(header, lengthBytes)
  let offset = start
  for (const part of buffers) {
    frame.set(part, offset)
    offset += aligned(part.byteLength)
  }
  return frame
}

/** The parts are views into `frame`. */
export function decodeFrame(frame: ArrayBuffer): Frame {
  const headerLength = new DataView(frame).getUint32(0, true)
  const { message, lengths } = JSON.parse(new TextDecoder().decode(new Uint8Array(frame, lengthBytes, headerLength))) as Header
  let offset = aligned(lengthBytes + headerLength)
  const buffers = lengths.map((length) => {
    const part = new Uint8Array(frame, offset, length)
    offset += aligned(length)
    return part
  })
  return { message, buffers }
}

function aligned(size: number): number {
  return Math.ceil(size / alignment) * alignment
}
