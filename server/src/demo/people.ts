import type { AccountId, DemoPerson } from '@kolosok/contract'
import type { EnterAs } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Client } from '#platform/http.ts'
import { isDemoPerson, listDemoPeople } from './store.ts'

export async function getPeople({ db }: Context): Promise<{ people: DemoPerson[] }> {
  return { people: await listDemoPeople(db) }
}

type Visit = { readonly accountId: AccountId; readonly client: Client; readonly before: Actor | null }

/** One click: the visitor is this person from now on, on this device. */
export async function become(
  { db }: Context,
  enterAs: EnterAs,
  visit: Visit,
  cookie: { readonly start: (token: string) => void },
): Promise<Record<string, never>> {
  if (!(await isDemoPerson(db, visit.accountId))) throw new AppError('not-found')
  cookie.start(await enterAs(visit))
  return {}
}
