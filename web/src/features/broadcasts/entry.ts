/** How somebody goes in. */
export type Entry = 'watch' | 'stage'

/** Why they are out again, where they did not leave by themselves. */
export type Out = 'ended' | 'gone' | 'removed' | 'elsewhere' | 'failed'
