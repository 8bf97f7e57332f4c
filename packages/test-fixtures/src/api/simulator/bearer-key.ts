/** The key of an `Authorization: Bearer` header. */
export function bearerKey(headers: Headers): string | null {
  return /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}
