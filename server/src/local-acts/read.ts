import type { LocalAct, LocalActEditionId, OrganizationId, WholeLocalAct } from '@kolosok/contract'
import { accessOrganization, isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { accessLocalAct, factsOf } from './access.ts'
import { correctableSteps, localActPolicy, mayBegin, nextStepOf, stepPolicy } from './policy.ts'
import { type EditionRow, listEditions, listEvents, listNotices, listOf, PAGE } from './store.ts'

type Box = 'in-force' | 'preparing' | 'superseded'
type Asked = {
  readonly organizationId: OrganizationId
  readonly box: Box
  readonly before?: LocalActEditionId | undefined
}

const statesOf = {
  'in-force': ['in-force'],
  'preparing': ['draft', 'adopted', 'heard', 'approved'],
  'superseded': ['superseded', 'repealed'],
} as const satisfies Record<Box, readonly string[]>

const audiences = ['all', 'staff', 'parents'] as const

export async function getLocalActs(context: Context, actor: Actor, { organizationId, box, before }: Asked) {
  const { db } = context
  const { roles, isClosed } = await accessOrganization(db, actor, organizationId, 'see')
  const facts = {
    roles,
    kind: 'regulation',
    hearsParents: false,
    state: 'in-force',
    hasDay: true,
    hasNext: false,
  } as const
  const open = audiences.filter((audience) => localActPolicy.see({ ...facts, audience }) === 'allow')
  // Nothing of what is being prepared shows, not even that there is more.
  if (box === 'preparing' && !mayBegin({ roles })) return { localActs: [], next: null, mayEdit: false, isHead: false }
  const reader = { reader: actor.accountId, now: context.clock() }
  const rows = await listOf(db, { ...reader, organizationId, before, audiences: open, states: statesOf[box] })
  const page = rows.slice(0, PAGE)
  return {
    localActs: page.filter((row) => localActPolicy.see(factsOf(row)) === 'allow').map(present),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    mayEdit: mayBegin({ roles }) && !isClosed,
    isHead: roles.includes('head'),
  }
}

export async function getLocalAct(
  context: Context,
  actor: Actor,
  { editionId }: { editionId: LocalActEditionId },
): Promise<WholeLocalAct> {
  const now = context.clock()
  return presentWhole(context.db, actor, await accessLocalAct(context.db, actor, 'see', { editionId, now }), now)
}

async function presentWhole(db: Db, actor: Actor, row: EditionRow, now: Date): Promise<WholeLocalAct> {
  const facts = factsOf(row)
  const editions = await listEditions(db, row.localActId, { reader: actor.accountId, now })
  const isFollowed = localActPolicy.follow(facts) === 'allow'
  const [events, notices] = isFollowed ? await Promise.all([listEvents(db, row.id), listNotices(db, row.id)]) : [[], []]
  const next = nextStepOf(facts)
  const may = (action: keyof typeof localActPolicy) => isOffered(localActPolicy[action](facts), row)
  const takesNext = next !== null && isOffered(stepPolicy(facts, next), row)
  return {
    ...present(row),
    sections: row.sections,
    rev: row.rev,
    editedAt: row.editedAt.toISOString(),
    editedBy: isFollowed ? row.editedBy : '',
    editions: editions
      .filter((one) => localActPolicy.see(factsOf(one)) === 'allow')
      .map(({ id, number, state, inForceFrom }) => ({ id, number, state, inForceFrom })),
    events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
    notices: notices.map((notice) => ({
      ...notice,
      sentAt: notice.sentAt.toISOString(),
      deadlineAt: notice.deadlineAt.toISOString(),
    })),
    waitsFor: isFollowed && !takesNext ? next : null,
    abilities: {
      edit: may('edit'),
      remove: may('remove'),
      beginNext: may('beginNext'),
      returnToDraft: may('returnToDraft'),
      acknowledge: may('acknowledge'),
      repeal: may('repeal'),
      next: takesNext ? next : null,
      correct: row.isOrganizationClosed ? [] : correctableSteps(facts),
    },
  }
}

const present = (row: EditionRow): LocalAct => ({
  id: row.id,
  localActId: row.localActId,
  organizationId: row.organizationId,
  number: row.number,
  kind: row.kind,
  title: row.title,
  audience: row.audience,
  hearsParents: row.hearsParents,
  state: row.state,
  adopted: row.adopted,
  heard: row.heard,
  approved: row.approved,
  inForceFrom: row.inForceFrom,
  repeal: row.repeal,
})
