import type { Figure } from '@kolosok/contract'

type Defined = Pick<Figure, 'title' | 'definition' | 'unit'>

/**
 * Figures that are counted together: what they are called, what they mean, and how they are counted stand in one file.
 * A new set is a file like this, and a line in `all.ts`.
 */
export type FigureSet<Code extends string = string> = {
  readonly code: string
  readonly title: string
  readonly figures: Readonly<Record<Code, Defined>>
  /**
   * One row with a column for each figure. `$1`: the organization or the group; `$2` until before `$3`: the period, or as much of it
   * as is over. Of people only sums are counted, never what one of them does.
   */
  readonly sql: string
}

export const defineFigures = <const Code extends string>(set: FigureSet<Code>): FigureSet<Code> => set
