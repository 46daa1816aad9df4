import type { AccountMergeId, Me, MergePreview, OrganizationId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import { lockChats } from '#chats/index.ts'
import { endSessionsOf, getMe, lockPhone, revokeOpenCodes, takePhone } from '#identity/index.ts'
import { accountMerges } from '#locales/ru/account-merges.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import { lockStructure } from '#members/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { createTexts } from '#platform/texts.ts'
import {
  archiveDirectChat,
  listChats,
  listDirectChats,
  moveChatMembers,
  moveDirectChat,
  startAfresh,
  uniteSaved,
} from './chats.store.ts'
import { type Given, type Proven, proveBoth, useUp } from './codes.ts'
import {
  findMerge,
  getMergeFacts,
  getPreview,
  insertMerge,
  listOrganizations,
  lockMerges,
  type Pair,
} from './facts.store.ts'
import { listMembershipPairs, moveMemberships, uniteMemberships } from './memberships.store.ts'
import { adoptMessages, moveVotes } from './messages.store.ts'
import { accountMergePolicy } from './policy.ts'
import { endAccount, moveReferences, uniteRows } from './rest.store.ts'
import { tellOfMerge } from './tell.ts'

const t = createTexts(accountMerges)

/** What would come over; asked with the codes, which stay good for the merge. */
export async function previewMerge(context: StructureContext, actor: Actor, given: Given): Promise<MergePreview> {
  const outcome = await transact(context.db, async (tx) => {
    const proven = await proveBoth(context, tx, actor, given)
    if (proven instanceof AppError) return proven
    const pair = { kept: actor.accountId, ended: proven.accountId }
    await requireAllowed(tx, pair)
    return getPreview(tx, pair)
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}

type Merging = Given & { readonly accountMergeId: AccountMergeId }

/** Everything of the other account is this one's, and the other has no way in any more: in one transaction, for good. */
export async function mergeAccounts(context: StructureContext, actor: Actor, given: Merging): Promise<Me> {
  const outcome = await transact(context.db, async (tx, afterCommit) => {
    const done = await findMerge(tx, given.accountMergeId)
    if (done) return done.kept === actor.accountId ? getMe(tx, actor.accountId) : new AppError('not-found')
    const proven = await proveBoth(context, tx, actor, given)
    if (proven instanceof AppError) return proven
    const pair = { kept: actor.accountId, ended: proven.accountId }
    await lockMerges(tx, pair)
    for (const phone of [proven.phone, proven.own.phone].filter((one) => one !== null).sort())
      await lockPhone(tx, phone)
    await requireAllowed(tx, pair)
    await useUp(context, tx, actor, given, proven)
    await insertMerge(tx, given.accountMergeId, { ...pair, way: proven.way, at: context.clock() })
    await moveEverything(context, tx, actor, { pair, proven }, afterCommit)
    return getMe(tx, actor.accountId)
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}

async function requireAllowed(tx: Tx, pair: Pair): Promise<void> {
  const verdict = accountMergePolicy.merge(await getMergeFacts(tx, pair))
  if (verdict !== 'allow') throw new AppError(verdict)
}

type Work = { readonly pair: Pair; readonly proven: Proven }

/** In the order in which everybody locks: organizations, their structure, chats. */
async function moveEverything(
  context: StructureContext,
  tx: Tx,
  actor: Actor,
  { pair, proven }: Work,
  afterCommit: AfterCommit,
): Promise<void> {
  const now = context.clock()
  const places = await listOrganizations(tx, pair.ended)
  for (const id of places) await lockOrganization(tx, id)
  for (const id of places) await lockStructure(tx, id)
  const chatIds = await listChats(tx, pair, places)
  await lockChats(tx, chatIds)
  await tellOfMerge(context, tx, { pair, phone: proven.phone, keptPhone: proven.own.phone })

  await startAfresh(tx, chatIds)
  await uniteSaved(tx, pair)
  for (const chat of await listDirectChats(tx, pair)) {
    if (chat.isSecond) await archiveDirectChat(tx, chat.id, t('archive.title', { names: chat.names }), now)
    else await moveDirectChat(tx, chat, pair)
  }
  const memberships = await listMembershipPairs(tx, pair)
  await uniteMemberships(tx, memberships, now)
  const concerned = await moveMemberships(tx, pair)
  await moveChatMembers(tx, pair, memberships)
  await adoptMessages(tx, pair, memberships, chatIds)
  await moveVotes(tx, pair)
  await uniteRows(tx, pair)
  await endSessionsOf(context, tx, pair.ended, { allBut: actor.sessionId }, afterCommit)
  await moveReferences(tx, pair)
  await revokeOpenCodes(tx, now, { accountId: pair.ended })
  await endAccount(tx, pair)
  // Held right now, and nobody’s else: one goes on signing in by it.
  if (proven.way === 'sms' && !proven.own.isPhoneVerified) await takePhone(tx, pair.kept, proven.phone)
  await finish(context, tx, actor, { pair, concerned }, afterCommit)
}

/** Chats and rights follow what the one now is; everybody concerned hears of it. */
async function finish(
  context: StructureContext,
  tx: Tx,
  actor: Actor,
  { pair: { kept, ended }, concerned }: { readonly pair: Pair; readonly concerned: readonly OrganizationId[] },
  afterCommit: AfterCommit,
): Promise<void> {
  for (const organizationId of concerned) {
    const change = { organizationId, groupIds: [], accountIds: [kept] }
    await finishStructureChange(context, tx, actor, change, afterCommit)
  }
  const subject = { action: 'account.merged', subjectKind: 'account', subjectId: kept } as const
  const details = { mergedAccountId: ended }
  const journals = concerned.length > 0 ? concerned : [null]
  await recordAudits(
    tx,
    actor,
    journals.map((organizationId) => ({ ...subject, organizationId, details })),
  )
  afterCommit(() => {
    publishStale(context.bus, [kept], 'account', 'devices', 'structure', 'organization', 'chats', 'channels')
  })
}
