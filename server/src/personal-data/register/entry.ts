/**
 * What one table holds of people: the one place that «Мои данные», the deletion of an account and
 * `docs/personal-data.md` follow. A table without an entry, or a column of words that none mentions, fails a test.
 */
export type Entry = {
  readonly what: string
  readonly why: string
  readonly howLong: string
  /** Columns that tell of somebody, with the names people know them by. */
  readonly personal: Readonly<Record<string, string>>
  /** Columns of words that tell of nobody, or are somebody's secret: never handed out. */
  readonly plain?: readonly string[]
  /** Of a column of JSON: keys that name other people, left out of what is handed out. */
  readonly without?: Readonly<Record<string, string>>
  /**
   * Columns that lead to an account or a membership. `mine`: the row is about that person and handed out to them;
   * `trace`: the person has only done something to it.
   */
  readonly people?: Readonly<Record<string, 'mine' | 'trace'>>
  /** Which rows are mine where no column says it; `$1` is the account. */
  readonly mine?: string
  readonly onDeletion: OnDeletion
}

export type OnDeletion =
  | { readonly become: 'erased' }
  /** The row stays, since others lean on it, and these of its columns are emptied. */
  | { readonly become: 'emptied'; readonly columns: Readonly<Record<string, string | null>>; readonly because: string }
  | { readonly become: 'kept'; readonly because: string }
  /** Nothing in it is about a person with an account. */
  | { readonly become: 'untouched' }

export type Register = Readonly<Record<string, Entry>>

export const untouched: OnDeletion = { become: 'untouched' }
export const erased: OnDeletion = { become: 'erased' }
export const kept = (because: string): OnDeletion => ({ become: 'kept', because })

/** A table that tells of nobody. */
export const ofNobody = (what: string, plain: readonly string[] = [], people: Entry['people'] = {}): Entry => ({
  what,
  why: 'работа системы',
  howLong: 'пока нужно для работы',
  personal: {},
  plain,
  people,
  onDeletion: untouched,
})
