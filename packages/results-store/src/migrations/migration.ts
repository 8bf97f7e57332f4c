/** One step of the schema, applied once and never edited afterwards. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number
  readonly name: string
  readonly sql: string
}
