/**
 * Cuts text into the pieces that a simulator counts and streams: each word or number, and each other visible character, with the white space before it.
 * Joined again they are the text; what follows the last of them joins the last piece.
 */
export function tokenPieces(text: string): string[] {
  const pieces = text.match(/\s*(?:[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_])/gu) ?? []
  const rest = text.slice(pieces.reduce((length, piece) => length + piece.length, 0))
  if (rest === '') return pieces
  return pieces.length === 0 ? [rest] : [...pieces.slice(0, -1), pieces.at(-1)! + rest]
}

/** Number of {@link tokenPieces}. A simulated count: no vendor's tokenizer gives this number. */
export function countTokens(text: string): number {
  return tokenPieces(text).length
}

/** Simulated price of one image, whatever its size: what OpenAI documents for an image in low detail. */
export const tokensPerImage = 85
