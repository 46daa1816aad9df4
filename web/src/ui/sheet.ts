/** A list as it leaves the screen: into a workbook, or onto paper. */
export type Sheet = {
  readonly title: string
  /** Whose list it is. */
  readonly owner: string
  /** Without its ending. */
  readonly file: string
  readonly heads: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
  /** There were more than one list takes. */
  readonly isCut: boolean
}
