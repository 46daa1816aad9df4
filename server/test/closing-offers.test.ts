import { endpoints, type Endpoint, pathOf } from '@kolosok/contract'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insiders } from './walk/roles.ts'
import type { Row } from './walk/row.ts'
import { table } from './walk/table.ts'
import { createThings, type Things } from './walk/things.ts'
import { createWorld, origin, type World } from './world.ts'

/** What a closed organization's pages go on offering; everything else said here would be refused by the next request. */
const stillOffered = [
  // Looking.
  /\.see[A-Z]\w*$/,
  /\.maySeeAll$/,
  /\.answerTickets$/,
  // Leaving, and taking one's things along.
  /\.(leave|removeMember|takeData)$/,
  /^closings\.get\.mayClose$/,
  // Whoever has lost their phone still comes in.
  /\.(mayBeLetBack|mayChangePhone|decidePhoneChanges)$/,
  /^phoneChanges\.list\./,
  // A call ends by itself in a moment, as its chat is read-only; its host may be quicker.
  /^calls\./,
  // What somebody asks the platform's support.
  /^platformTicket\./,
  // The platform's, not the organization's.
  /^(applications|webinars)\./,
  /\.mayKeep$/,
]

/** How things go, which nobody can press. */
const settings = /\.(mayParentsWriteEachOther|mayParentsCall|mayTeachersBroadcast|mayMembersCall)$/

let world: World
let things: Things
beforeAll(async () => {
  world = await createWorld()
  things = await createThings(world)
})
afterAll(() => world.close())

const rows = Object.entries(endpoints).flatMap(([domain, all]) =>
  Object.entries(all as Record<string, Endpoint>).flatMap(([name, endpoint]) => {
    const row = (table as unknown as Record<string, Record<string, Row>>)[domain]?.[name]
    return row ? [{ what: `${domain}.${name}`, endpoint, row }] : []
  }),
)

/** Everything that the answers to all insiders offer to do. */
async function listOffers() {
  const offers = new Set<string>()
  let answers = 0
  for (const { what, endpoint, row } of rows) {
    if (endpoint.method !== 'GET' || endpoint.response === 'file') continue
    for (const role of insiders.filter((one) => row.allowed.includes(one))) {
      const { params, query } = row.call(things, role)
      const answer = await things.people[role].request({ url: pathOf(endpoint, params), ...(query && { query }) })
      if (answer.statusCode !== 200) continue
      answers += 1
      collect(answer.json(), what, offers)
    }
  }
  return { offers: [...offers], answers }
}

const isSaid = (value: unknown) => value !== false && value !== null && !(Array.isArray(value) && value.length === 0)

function collect(value: unknown, path: string, offers: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, path, offers)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [name, one] of Object.entries(value)) {
    const isOffer = /^(may|can)[A-Z]/.test(name) || path.endsWith('.abilities')
    if (isOffer && isSaid(one) && !settings.test(`${path}.${name}`)) offers.add(`${path}.${name}`)
    else collect(one, `${path}.${name}`, offers)
  }
}

test('in a closed organization nobody is offered what would be refused: by no answer of any endpoint, to nobody of it', async () => {
  const payload = { name: 'Колосок', dataExportId: randomUUID() }
  const { admin } = things.people
  const name = (await admin.request({ url: `/api/organizations/${things.organizationId}` })).json<{
    shortName: string
  }>()
  const url = `/api/organizations/${things.organizationId}/closings/${randomUUID()}`
  const closed = await admin.request({ method: 'PUT', url, payload: { ...payload, name: name.shortName } })
  expect(closed.statusCode, closed.body).toBe(200)
  const { offers, answers } = await listOffers()

  const isStill = (offer: string) => stillOffered.some((pattern) => pattern.test(offer))
  expect(offers.filter((offer) => !isStill(offer)).sort()).toEqual([])
  // Everything is still there to be read.
  expect(answers).toBeGreaterThan(250)
}, 60_000)

/** What goes on in a closed organization, and what is nobody's but one's own or the platform's. */
const stillDone = /^(identity|applications|articles|guests)\./

test('whatever is asked for there is refused or still possible; nothing else comes through', async () => {
  const through = new Set<string>()
  for (const { what, endpoint, row } of rows) {
    if (endpoint.method === 'GET' || stillDone.test(what)) continue
    for (const role of insiders.filter((one) => row.allowed.includes(one))) {
      const { params, body } = row.call(things, role)
      const answer = await things.people[role].request({
        method: endpoint.method,
        url: pathOf(endpoint, params),
        headers: { origin, ...(body instanceof Buffer && { 'content-type': 'application/octet-stream' }) },
        ...(body !== undefined && { payload: body as object }),
      })
      if (answer.statusCode < 300) through.add(what)
    }
  }
  expect([...through].sort()).toMatchInlineSnapshot(`
    [
      "calendarFeeds.make",
      "calendarFeeds.revoke",
      "calls.decline",
      "calls.end",
      "calls.leave",
      "channels.setOwn",
      "chatLinks.enter",
      "chats.mute",
      "chats.read",
      "children.export",
      "comingBack.makeCode",
      "comments.setRead",
      "departures.leave",
      "directory.export",
      "drafts.keep",
      "joining.accept",
      "messageReports.make",
      "messageReports.makeOfBroadcastMessage",
      "messageReports.makeOfComment",
      "messageReports.setSeen",
      "personalData.askForExport",
      "personalData.sendDeletionCode",
      "phoneChanges.ask",
      "phoneChanges.sendCodes",
      "phoneChanges.start",
      "phoneChanges.stop",
      "saved.open",
      "saved.save",
      "scheduled.cancel",
      "tickets.ask",
      "tickets.setRead",
      "webinars.register",
      "webinars.withdraw",
    ]
  `)
}, 60_000)
