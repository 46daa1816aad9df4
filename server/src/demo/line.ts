/**
 * Two weeks of talk. `who`: a teacher's or guardian's family name as in the lists (a label such as «мама Вани»
 * picks the guardian). `day` counts back from today; `re` quotes the line with that key.
 */
export type Line = {
  readonly key?: string
  readonly day: number
  readonly at: string
  readonly who: string
  readonly text?: string
  readonly re?: string
  readonly isSilent?: true
  readonly photos?: readonly string[]
  readonly file?: string
  readonly poll?: { readonly question: string; readonly options: readonly string[]; readonly isMultiple?: boolean }
  /** How many of the others chose each option, in order. */
  readonly votes?: readonly number[]
  /** Emoji and how many chose it. */
  readonly reactions?: Readonly<Record<string, number>>
}
