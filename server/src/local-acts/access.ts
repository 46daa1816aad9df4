import type { LocalActEditionId, LocalActStep } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type EditionFacts, type LocalActAction, localActPolicy, type LocalActVerdict, stepPolicy } from './policy.ts'
import { type EditionRow, findEdition } from './store.ts'

/** An edition this actor has been cleared for. Only the two doors here make one. */
export type ClearedEdition = EditionRow & { readonly clearedFor: LocalActAction | LocalActStep }

export const factsOf = ({ inForceFrom, ...edition }: EditionRow): EditionFacts => ({
  ...edition,
  hasDay: inForceFrom !== null,
})

type Asked = { readonly editionId: LocalActEditionId; readonly now: Date }

async function open(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  { editionId, now }: Asked,
  judge: (edition: EditionFacts) => LocalActVerdict,
): Promise<EditionRow> {
  const edition = await findEdition(db, editionId, { reader: actor.accountId, now })
  const verdict = edition ? judge(factsOf(edition)) : 'not-found'
  if (!edition || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return edition
}

/** The only door to an edition. */
export async function accessLocalAct(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  action: LocalActAction,
  asked: Asked,
): Promise<ClearedEdition> {
  return { ...(await open(db, actor, asked, localActPolicy[action])), clearedFor: action }
}

/** The same door, for a step of it. */
export async function accessLocalActStep(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  step: LocalActStep,
  asked: Asked,
): Promise<ClearedEdition> {
  return { ...(await open(db, actor, asked, (edition) => stepPolicy(edition, step))), clearedFor: step }
}
