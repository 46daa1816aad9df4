/**
 * What one table holds of an organization: the one place that the archive of an organization and its erasing follow. A
 * table without an entry fails a test.
 */
export type Place = {
  readonly own: Own
  /** Goes into the archive; `where` besides: not everything is for the office's eyes. */
  readonly taken: { readonly where?: string; readonly without?: readonly string[] } | { readonly leftOut: string }
}

/** Which rows are an organization's. */
type Own =
  /** By a column of their own. */
  | { readonly by: string }
  /** By the row they lean on. */
  | { readonly by: string; readonly parent: string; readonly key: string }
  /** None: it is the installation's, or an account's. */
  | null

export type Places = Readonly<Record<string, Place>>

/** The folder of the archive that its tables lie in. */
export type Section = { readonly folder: string; readonly title: string; readonly places: Places }

type Taken = { readonly where?: string; readonly without?: readonly string[] }

export const owned = (taken: Taken = {}): Place => ({ own: { by: 'organization_id' }, taken })

export const through = (by: string, parent: string, taken: Taken & { key?: string } = {}): Place => {
  const { key = 'id', ...rest } = taken
  return { own: { by, parent, key }, taken: rest }
}

/** Erased with the organization like everything else, and handed to nobody. */
export const leftOut = (place: Place, why: string): Place => ({ own: place.own, taken: { leftOut: why } })

/** The installation's, or an account's, whatever organizations there are. */
export const nobodys: Place = { own: null, taken: { leftOut: '' } }

/** The condition on a table's rows; `$1` is the organization. `isTaken`: those that go into the archive. */
export function conditionOf(places: Places, table: string, { isTaken }: { isTaken: boolean }): string {
  const place = places[table]
  if (!place?.own) throw new Error(`${table} holds nothing of an organization`)
  const { own, taken } = place
  const base =
    'parent' in own
      ? `"${own.by}" in (select "${own.key}" from "${own.parent}" where ${conditionOf(places, own.parent, { isTaken })})`
      : `"${own.by}" = $1`
  const { where }: Taken = 'leftOut' in taken ? {} : taken
  return isTaken && where !== undefined ? `${base} and (${where})` : base
}
