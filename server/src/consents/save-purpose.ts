import {
  type ConsentPurpose,
  type ConsentPurposeId,
  type ConsentTemplate,
  consentTemplates,
  type OrganizationId,
  MAX_CONSENT_PURPOSES,
} from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessOrganization, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessPurpose, type ClearedPurpose } from './access.ts'
import { presentPurpose } from './present.ts'
import {
  countPurposes,
  findPurpose,
  insertPurpose,
  insertText,
  isAskedAlready,
  listConcerned,
  listPurposesHere,
  lockPurpose,
  updateClosed,
} from './purpose.store.ts'

type Given = {
  readonly organizationId: OrganizationId
  readonly consentPurposeId: ConsentPurposeId
  readonly template: ConsentTemplate
  readonly title: string
  readonly text: string
  readonly version: number | null
  readonly isClosed: boolean
}
type Done = 'consent.asked' | 'consent.reworded' | 'consent.closed' | 'consent.reopened'

/** Asked for, worded otherwise (and then asked anew), closed or opened again; the client chose the id. */
export async function savePurpose(context: StructureContext, actor: Actor, given: Given): Promise<ConsentPurpose> {
  const { organizationId, consentPurposeId: id } = given
  return transact(context.db, async (tx, afterCommit) => {
    await accessOrganization(tx, actor, organizationId, 'manageConsents')
    // Of one kind there is one that is open: whoever else begins or reopens it waits, and is told.
    await lockOrganization(tx, organizationId)
    await lockPurpose(tx, id, 'update')
    const now = context.clock()
    const isThere = (await findPurpose(tx, id, actor.accountId)) !== undefined
    const done = isThere ? await change(tx, actor, given, now) : await begin(tx, actor, given, now)
    for (const action of done) {
      await recordAudit(tx, actor, { organizationId, action, subjectKind: 'consent', subjectId: id })
    }
    if (done.length > 0) await follow(context, tx, actor, given, afterCommit)
    const [counted] = await listPurposesHere(tx, { organizationId, scope: null, only: id })
    if (!counted) throw new Error('It was there a statement ago')
    return presentPurpose(counted)
  })
}

async function begin(tx: Tx, actor: Actor, given: Given, now: Date): Promise<Done[]> {
  const { organizationId, consentPurposeId: id, template, title, text } = given
  // Behind the organization's lock: two at once don't get past it together.
  if ((await countPurposes(tx, organizationId)) >= MAX_CONSENT_PURPOSES) throw new AppError('too-many-consents')
  const isMade = await insertPurpose(tx, { id, organizationId, template, asks: consentTemplates[template] }, now)
  if (!isMade) throw new AppError((await isAskedAlready(tx, given)) ? 'consent-asked-already' : 'not-found')
  await insertText(tx, { id, version: 1, title, text, writtenBy: actor.accountId }, now)
  return ['consent.asked']
}

async function change(tx: Tx, actor: Actor, given: Given, now: Date): Promise<Done[]> {
  const purpose = await accessPurpose(tx, actor, given.consentPurposeId, 'change')
  if (purpose.organizationId !== given.organizationId || purpose.template !== given.template) {
    throw new AppError('not-found')
  }
  return [...(await reword(tx, actor, purpose, given, now)), ...(await closeOrOpen(tx, purpose, given, now))]
}

async function reword(tx: Tx, actor: Actor, purpose: ClearedPurpose, given: Given, now: Date): Promise<Done[]> {
  const { title, text, version } = given
  if (purpose.title === title && purpose.text === text) return []
  if (version !== purpose.version) throw new AppError('consent-changed')
  const next = { id: purpose.id, version: purpose.version + 1, title, text, writtenBy: actor.accountId }
  await insertText(tx, next, now)
  return ['consent.reworded']
}

async function closeOrOpen(tx: Tx, purpose: ClearedPurpose, { isClosed }: Given, now: Date): Promise<Done[]> {
  if (purpose.isClosed === isClosed) return []
  const isOnce = !purpose.template.endsWith('-other')
  if (!isClosed && isOnce && (await isAskedAlready(tx, purpose))) throw new AppError('consent-asked-already')
  await updateClosed(tx, purpose.id, isClosed ? now : null)
  return [isClosed ? 'consent.closed' : 'consent.reopened']
}

/** Who may write to whom follows at once; everybody who is asked sees it. */
async function follow(context: StructureContext, tx: Tx, actor: Actor, given: Given, afterCommit: AfterCommit) {
  const { organizationId, consentPurposeId: id, template } = given
  if (template === 'parents-write') {
    await context.structure.changed(tx, actor, { organizationId, groupIds: [], isEverybody: true }, afterCommit)
  }
  const concerned = await listConcerned(tx, id)
  afterCommit(() => {
    publishStale(context.bus, concerned, 'consents')
  })
}
