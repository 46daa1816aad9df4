import { seedFurtherChats } from './chat-things.ts'
import { randomUUID } from 'node:crypto'
import type {
  CallId,
  ChatId,
  ChildId,
  GroupId,
  Invitation,
  MailingId,
  MembershipId,
  MessageId,
  OrganizationId,
  SessionId,
} from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import { findByInn, kolosokForm, newApplicationToken, putOrder, seedMailed, submit } from '../application-seed.ts'
import { tokenIn } from '../joining-seed.ts'
import { type SeededOrganization, seedOrganization } from '../organization-seed.ts'
import { readTestData, upload } from '../upload.ts'
import type { World } from '../world.ts'
import { seedArticle } from './article-things.ts'
import { seedChannel } from './channel-things.ts'
import { seedImport, seedRollOver } from './import-things.ts'
import { seedMeeting } from './meeting-things.ts'
import { seedMessageReport } from './message-report-things.ts'
import { seedPersonalData } from './personal-data-things.ts'
import { seedLocalActs } from './local-act-things.ts'
import { seedJoinRequest } from './join-request-things.ts'
import { seedBroadcast } from './broadcast-things.ts'
import { seedMaterials } from './material-things.ts'
import { seedNotice } from './notice-things.ts'
import { seedPhoneChange } from './phone-change-things.ts'
import { seedStatisticsReports } from './statistics-report-things.ts'
import { seedTickets } from './ticket-things.ts'
import { seedWebinar } from './webinar-things.ts'
import { type insiders, type Role, signedIn } from './roles.ts'

type Person = Awaited<ReturnType<World['person']>>
type People = Record<Exclude<Role, 'nobody'>, Person>

/** One organization with somebody of each role, and one thing of each kind in it. */
export type Things = Awaited<ReturnType<typeof createOrganizationThings>> & Installed
/** What is dear to make, and good for all: an application, and a photo in the chat of the first organization. */
type Installed = {
  readonly applicationToken: string
  /** Of an application that a letter has begun. */
  readonly mailedToken: string
  readonly applicationId: string
  readonly fileId: string
}

export async function createThings(world: World, installed?: Installed): Promise<Things> {
  const things = await createOrganizationThings(world)
  const { applicationToken, mailedToken, applicationId, fileId } = installed ?? (await install(world, things))
  return { ...things, applicationToken, mailedToken, applicationId, fileId }
}

async function install(world: World, { people, chatId }: Awaited<ReturnType<typeof createOrganizationThings>>) {
  const applicationToken = newApplicationToken()
  await putOrder(world, applicationToken, 'order.docx')
  await submit(world, applicationToken)
  const { id: applicationId } = await findByInn(people.operator, kolosokForm.inn)
  const { fileId } = await upload(people.parent, 'прогулка.jpg', await readTestData('order-photo.jpg'))
  const payload = { id: randomUUID(), fileIds: [fileId] }
  await people.parent.request({ method: 'POST', url: `/api/chats/${chatId}/messages`, payload })
  const mailedToken = await seedMailed(world)
  return { applicationToken, mailedToken, applicationId, fileId }
}

async function createOrganizationThings(world: World) {
  const people = {} as People
  for (const role of signedIn) people[role] = await world.person({ isOperator: role === 'operator' })
  const elsewhere = await seedOrganization(world)
  await elsewhere.deputy(people.elsewhere)

  const organization = await seedOrganization(world)
  const [groupId, otherGroupId] = [await organization.group('Младшая'), await organization.group('Старшая')]
  const childId = await organization.child('Ваня К.', groupId)
  const attached = { groups: [groupId] }
  const memberships: Ids['memberships'] = {
    admin: (await organization.admin(people.admin)).membershipId,
    management: (await organization.deputy(people.management)).membershipId,
    teacher: (await organization.teacher({ ...attached, who: people.teacher })).membershipId,
    unconfirmed: (await organization.teacher({ ...attached, who: people.unconfirmed, isConfirmed: false }))
      .membershipId,
    parent: (await organization.parent([childId], 'мама Вани', people.parent)).membershipId,
  }
  const ids = { organizationId: organization.id, groupId, childId, otherGroupId, memberships }
  return {
    people,
    ...ids,
    ...(await seedInvitation(people, ids)),
    ...(await seedConfirmation(people, ids)),
    ...(await seedMailing(world, people, ids)),
    ...(await seedJoinRequest(people, organization.code, groupId)),
    ...(await seedTalk(world, people, ids)),
    ...(await seedFurtherChats(world, people, ids)),
    ...(await seedChannel(people, ids)),
    ...(await seedMeeting(people, ids)),
    ...(await seedPersonalData(people, ids)),
    ...(await seedNotice(people, ids)),
    ...(await seedLocalActs(world, people, ids)),
    ...(await seedBroadcast(world, people, ids)),
    ...(await seedMaterials(people, ids)),
    ...(await seedTickets(people, ids)),
    ...(await seedStatisticsReports(people, ids)),
    ...(await seedArticle(people)),
    ...(await seedWebinar(people)),
    ...(await seedImport(people, ids)),
    ...(await seedRollOver(people, ids)),
    ...(await seedSubstitution(people, ids)),
    former: await seedFormer(world, organization),
    ...(await seedPhoneChange(people)),
    sessionOf: (role: Role): SessionId => (role === 'nobody' ? newId<SessionId>() : people[role].sessionId),
    /** For what does not exist yet, or never will. */
    unknownId: randomUUID(),
  }
}

type Ids = {
  readonly organizationId: OrganizationId
  readonly groupId: GroupId
  readonly childId: ChildId
  readonly memberships: Record<(typeof insiders)[number], MembershipId>
}

async function seedInvitation({ admin }: People, { groupId, childId }: Pick<Ids, 'groupId' | 'childId'>) {
  const url = `/api/groups/${groupId}/invitations`
  const answer = await admin.request({ method: 'PUT', url, payload: { childIds: [childId] } })
  const [family] = answer.json<{ children: { invitation: Invitation }[] }>().children
  if (!family) throw new Error(answer.body)
  return { invitationId: family.invitation.id, token: tokenIn(family.invitation) }
}

/** A teacher who has left. */
async function seedFormer(world: World, organization: SeededOrganization) {
  const { membershipId } = await organization.teacher()
  await world.db.updateTable('membership').where('id', '=', membershipId).set({ ended_at: new Date() }).execute()
  return membershipId
}

/** Planned, and far enough away for every run of the tests. */
async function seedSubstitution({ admin }: People, { groupId, memberships }: Ids) {
  const substitutionId = randomUUID()
  const payload = { membershipId: memberships.management, firstDay: '2126-12-01', lastDay: '2126-12-12' }
  await admin.request({ method: 'PUT', url: `/api/groups/${groupId}/substitutions/${substitutionId}`, payload })
  return { substitutionId }
}

async function seedMailing(world: World, { admin }: People, { organizationId }: Pick<Ids, 'organizationId'>) {
  const mailingId = newId<MailingId>()
  await world.db
    .insertInto('mailing')
    .values({ id: mailingId, organization_id: organizationId, purpose: 'invite', created_by: admin.accountId })
    .execute()
  return { mailingId }
}

async function seedConfirmation({ unconfirmed }: People, { organizationId }: Pick<Ids, 'organizationId'>) {
  const confirmationId = randomUUID()
  await unconfirmed.request({
    method: 'PUT',
    url: `/api/organizations/${organizationId}/confirmations/${confirmationId}`,
    payload: { position: 'воспитатель', howToCheck: 'Спросите заведующего' },
  })
  return { confirmationId }
}

/** The group's chat with the teacher and the parent in it, a message of the parent, a poll and a call of the teacher. */
async function seedTalk(world: World, people: People, { organizationId, groupId, memberships }: Omit<Ids, 'childId'>) {
  const chatId = newId<ChatId>()
  await world.db
    .insertInto('chat')
    .values({ id: chatId, organization_id: organizationId, kind: 'group', bound_to: 'group', bound_group_id: groupId })
    .execute()
  for (const role of ['teacher', 'parent'] as const) {
    const place = { chat_id: chatId, account_id: people[role].accountId, membership_id: memberships[role] }
    const rights = {
      role: role === 'teacher' ? ('moderator' as const) : ('member' as const),
      is_staff: role === 'teacher',
    }
    await world.db
      .insertInto('chat_member')
      .values({ ...place, ...rights })
      .execute()
  }
  const [messageId, pollId] = [newId<MessageId>(), newId<MessageId>()]
  const url = `/api/chats/${chatId}/messages`
  const poll = { question: 'Когда?', options: ['Сегодня', 'Завтра'], isMultiple: false }
  await people.parent.request({ method: 'POST', url, payload: { id: messageId, text: 'Доброе утро' } })
  await people.teacher.request({ method: 'POST', url, payload: { id: pollId, poll } })
  const callId = await seedCall(world, chatId, people.teacher)
  const messageReportId = await seedMessageReport(world, people, { chatId, messageId })
  return { messageReportId, chatId, messageId, pollId, callId }
}

/** As if LiveKit were here: without it nobody can start one. */
async function seedCall({ db }: World, chatId: ChatId, { accountId }: Person): Promise<CallId> {
  const [id, messageId, now] = [newId<CallId>(), newId<MessageId>(), new Date()]
  const record = { callId: id, startedAt: now.toISOString(), endedAt: null, outcome: null, participants: 0 }
  const { last_seq: seq, rev } = await db
    .updateTable('chat')
    .where('id', '=', chatId)
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1), rev: eb('rev', '+', 1) }))
    .returning(['last_seq', 'rev'])
    .executeTakeFirstOrThrow()
  const message = { id: messageId, chat_id: chatId, seq, rev, kind: 'call', author_id: accountId, text: '' } as const
  await db
    .insertInto('message')
    .values({ ...message, call: JSON.stringify(record) })
    .execute()
  const call = { id, chat_id: chatId, message_id: messageId, started_by: accountId, started_at: now, answered_at: now }
  await db.insertInto('call').values(call).execute()
  return id
}
