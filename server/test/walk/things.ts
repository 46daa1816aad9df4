import { randomUUID } from 'node:crypto'
import type { SessionId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import { findByInn, kolosokForm, newApplicationToken, putOrder, seedMailed, submit } from '../application-seed.ts'
import { readTestData, upload } from '../upload.ts'
import type { World } from '../world.ts'
import { seedArticle } from './article-things.ts'
import { type Base, createBase } from './base.ts'
import { seedBroadcast } from './broadcast-things.ts'
import { seedChannel } from './channel-things.ts'
import { seedFurtherChats } from './chat-things.ts'
import { seedGuests } from './guest-things.ts'
import { seedImport, seedRollOver } from './import-things.ts'
import { seedJoinRequest } from './join-request-things.ts'
import { seedConfirmation, seedFormer, seedInvitation, seedMailing, seedSubstitution } from './joining-things.ts'
import { seedLocalActs } from './local-act-things.ts'
import { seedMaterials } from './material-things.ts'
import { seedMeeting } from './meeting-things.ts'
import { seedNotice } from './notice-things.ts'
import { seedPersonalData } from './personal-data-things.ts'
import { seedPhoneChange } from './phone-change-things.ts'
import type { Role } from './roles.ts'
import { seedStatisticsReports } from './statistics-report-things.ts'
import { seedTalk } from './talk-things.ts'
import { seedTickets } from './ticket-things.ts'
import { seedWebinar } from './webinar-things.ts'

/** One thing of each kind; none needs another one's. */
const seeds = {
  invitation: ({ people, ids }: Base) => seedInvitation(people, ids),
  confirmation: ({ people, ids }: Base) => seedConfirmation(people, ids),
  mailing: ({ world, people, ids }: Base) => seedMailing(world, people, ids),
  joinRequest: ({ people, organization, ids }: Base) => seedJoinRequest(people, organization.code, ids.groupId),
  chats: async ({ world, people, ids }: Base) => ({
    ...(await seedTalk(world, people, ids)),
    ...(await seedFurtherChats(world, people, ids)),
  }),
  guests: ({ world, people, ids }: Base) => seedGuests(world, people, ids),
  channel: ({ people, ids }: Base) => seedChannel(people, ids),
  meeting: ({ people, ids }: Base) => seedMeeting(people, ids),
  personalData: ({ people, ids }: Base) => seedPersonalData(people, ids),
  notice: ({ people, ids }: Base) => seedNotice(people, ids),
  localActs: ({ world, people, ids }: Base) => seedLocalActs(world, people, ids),
  broadcast: ({ world, people, ids }: Base) => seedBroadcast(world, people, ids),
  materials: ({ people, ids }: Base) => seedMaterials(people, ids),
  tickets: ({ people, ids }: Base) => seedTickets(people, ids),
  statisticsReports: ({ people, ids }: Base) => seedStatisticsReports(people, ids),
  article: ({ people }: Base) => seedArticle(people),
  webinar: ({ people }: Base) => seedWebinar(people),
  import: ({ people, ids }: Base) => seedImport(people, ids),
  rollOver: ({ people, ids }: Base) => seedRollOver(people, ids),
  substitution: ({ people, ids }: Base) => seedSubstitution(people, ids),
  former: async ({ world, organization }: Base) => ({ former: await seedFormer(world, organization) }),
  phoneChange: ({ people }: Base) => seedPhoneChange(people),
}

type Seed = keyof typeof seeds
type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never
type Seeded = Together<Awaited<ReturnType<(typeof seeds)[Seed]>>>

/** What is dear to make, and good for all: an application, and a photo in the chat of the first organization. */
type Installed = Awaited<ReturnType<typeof install>>

/** One organization with somebody of each role, and one thing of each kind in it. */
export type Things = Base['ids'] &
  Seeded &
  Installed & {
    readonly people: Base['people']
    readonly sessionOf: (role: Role) => SessionId
    /** For what does not exist yet, or never will. */
    readonly unknownId: string
  }

/** Which seed a name among the things comes from: known once all have been made. */
const seedOf = new Map<string, string>()

export async function createThings(world: World, installed?: Installed): Promise<Things> {
  const base = await createBase(world)
  const seeded = (await plant(base, Object.keys(seeds))) as Seeded
  return { ...(installed ?? (await install(world, base, seeded))), ...common(base), ...seeded }
}

/**
 * The same for another organization, with only those things that `use` touches: it makes hundreds of them, and all of
 * them are some forty requests.
 */
export async function createThingsFor(world: World, shared: Things, use: (things: Things) => unknown): Promise<Things> {
  const touched = new Set<string>()
  const seen = new Proxy(shared, {
    get(target, name, receiver) {
      const seed = seedOf.get(String(name))
      if (seed) touched.add(seed)
      return Reflect.get(target, name, receiver) as unknown
    },
  })
  use(seen)
  const base = await createBase(world)
  return { ...shared, ...common(base), ...(await plant(base, [...touched])) }
}

async function plant(base: Base, names: readonly string[]): Promise<object> {
  const seeded = {}
  for (const name of names) {
    const things = await seeds[name as Seed](base)
    for (const each of Object.keys(things)) seedOf.set(each, name)
    Object.assign(seeded, things)
  }
  return seeded
}

function common({ people, ids }: Base) {
  const sessionOf = (role: Role) => (role === 'nobody' ? newId<SessionId>() : people[role].sessionId)
  return { people, ...ids, sessionOf, unknownId: randomUUID() }
}

async function install(world: World, { people }: Base, { chatId }: Pick<Seeded, 'chatId'>) {
  const applicationToken = newApplicationToken()
  await putOrder(world, applicationToken, 'order.docx')
  await submit(world, applicationToken)
  const { id: applicationId } = await findByInn(people.operator, kolosokForm.inn)
  const { fileId } = await upload(people.parent, 'прогулка.jpg', await readTestData('order-photo.jpg'))
  const payload = { id: randomUUID(), fileIds: [fileId] }
  await people.parent.request({ method: 'POST', url: `/api/chats/${chatId}/messages`, payload })
  return { applicationToken, mailedToken: await seedMailed(world), applicationId, fileId }
}
