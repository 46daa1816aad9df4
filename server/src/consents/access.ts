import type { ConsentPurposeId, ConsentUnitId, GroupId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { followsAll, type PurposeAction, purposePolicy, type UnitAction, unitPolicy } from './policy.ts'
import { findPurpose, type SeenPurpose } from './purpose.store.ts'
import { findStanding } from './unit.store.ts'

type Reader = Pick<Actor, 'accountId'>

/** A purpose this actor has been cleared for. Only `accessPurpose` makes one. */
export type ClearedPurpose = SeenPurpose & { readonly clearedFor: PurposeAction }

/** The only door to what a consent is asked for. */
export async function accessPurpose(
  db: Db,
  actor: Reader,
  id: ConsentPurposeId,
  action: PurposeAction,
): Promise<ClearedPurpose> {
  const purpose = await findPurpose(db, id, actor.accountId)
  const verdict = purpose ? purposePolicy[action](purpose) : 'not-found'
  if (!purpose || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...purpose, clearedFor: action }
}

export type ClearedUnit = { readonly purpose: SeenPurpose; readonly unitId: ConsentUnitId; readonly isChild: boolean }

/** The only door to one of those whom it asks. */
export async function accessUnit(
  db: Db,
  actor: Reader,
  { purposeId, unitId }: { purposeId: ConsentPurposeId; unitId: ConsentUnitId },
  action: UnitAction,
): Promise<ClearedUnit> {
  const purpose = await findPurpose(db, purposeId, actor.accountId)
  if (!purpose) throw new AppError('not-found')
  const followed = purposePolicy.follow(purpose) === 'allow' ? scopeOf(purpose) : []
  const { standing, isChild } = await findStanding(db, { purposeId, unitId }, actor.accountId, followed)
  const verdict = unitPolicy[action](purpose, standing)
  if (verdict !== 'allow') throw new AppError(verdict)
  return { purpose, unitId, isChild }
}

/** Whose groups somebody may see who follows it; null: all. */
export const scopeOf = (purpose: SeenPurpose): readonly GroupId[] | null =>
  followsAll(purpose) ? null : purpose.taughtIds
