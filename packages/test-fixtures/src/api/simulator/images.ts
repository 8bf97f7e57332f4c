const signatures = {
  'image/png': [/^\x89PNG\r\n.\n/],
  'image/jpeg': [/^\xff\xd8\xff/],
  'image/gif': [/^GIF8[79]a/],
  'image/webp': [/^RIFF[\s\S]{4}WEBP/],
} as const

/** Media types of images that all three vendors take. */
export const imageTypes = Object.keys(signatures)

/** Why an image is none that a vendor would take: its type, its base64 or its first bytes; null where it is one. */
export function imageProblem(mediaType: string, base64: string): string | null {
  const known: Readonly<Record<string, readonly RegExp[]>> = signatures
  const expected = known[mediaType]
  if (expected === undefined) return `unsupported image type ${mediaType}; supported: ${imageTypes.join(', ')}`
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return 'the image is not valid base64'
  const start = Buffer.from(base64.slice(0, 64), 'base64').toString('latin1')
  return expected.some((signature) => signature.test(start)) ? null : `the bytes are not those of ${mediaType}`
}

/** As {@link imageProblem}, for an address: a `data:` one is looked into, an `http(s):` one is not fetched. */
export function imageUrlProblem(url: string): string | null {
  const data = /^data:([^;,]*);base64,(.*)$/s.exec(url)
  if (data !== null) return imageProblem(data[1] ?? '', data[2] ?? '')
  return /^https?:\/\/./.test(url) && URL.canParse(url) ? null : 'the address is neither an http(s) one nor base64 data'
}
