import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import type { OutgoingMessage } from '#platform/outbox.ts'
import { askForConsent } from './consenting.ts'
import { tellOfMishap } from './mishaps.ts'
import { announce } from './announcing.ts'
import { complain } from './complaining.ts'
import { broadcast } from './broadcasting.ts'
import { applyAsAnother, found } from './founding.ts'
import { gather } from './gathering.ts'
import { createGuide } from './guide.ts'
import { askForHelp } from './helping.ts'
import { letFamiliesIn } from './joining.ts'
import { keep } from './keeping.ts'
import { writeToColleagues } from './writing.ts'
import { publish } from './publishing.ts'
import { report } from './reporting.ts'
import { regulate } from './regulating.ts'
import { holdSeminars } from './seminars.ts'
import { letStaffIn } from './staffing.ts'
import { backdateSystemLines, countAnew, isBuilt } from './store.ts'
import { putBy } from './putting-by.ts'
import { talk } from './talking.ts'
import { teach } from './teaching.ts'

type Outgoing = { readonly next: () => Promise<OutgoingMessage> }

const WEEKS_AGO = 14

/** «Колосок» from the application to two weeks of talk, once per data folder. */
export async function buildDemo(app: FastifyInstance, context: Context, outgoing: Outgoing): Promise<void> {
  if (await isBuilt(context.db)) return
  const guide = createGuide(app, outgoing)
  const founded = await found(guide, context)
  const staff = await letStaffIn(guide, founded)
  const families = await letFamiliesIn(guide, founded, staff)
  await backdateSystemLines(context.db, new Date(context.clock().getTime() - WEEKS_AGO * 24 * 3600 * 1000))
  const speakers = new Map([...staff.speakers, ...families])
  await countAnew(context.db)
  await talk(context, founded, speakers)
  await putBy(context, speakers)
  await publish(context, founded, speakers)
  await announce(context, founded, speakers)
  await tellOfMishap(context, founded)
  await askForConsent(founded, speakers)
  await gather(context, founded, speakers)
  await regulate(context, founded, speakers)
  await broadcast(context, founded, speakers)
  await keep(founded, speakers)
  await teach(context, founded, speakers)
  await holdSeminars(context, founded, speakers)
  await askForHelp(context, founded, speakers)
  await report(context, founded)
  await complain(speakers)
  await applyAsAnother(guide, context)
  await writeToColleagues(founded)
}
