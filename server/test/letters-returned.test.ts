import { type IncomingLetter, type JoinRequest, joinRequestEndpoints } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asParent, decide, newcomer, queue, send } from './join-request-seed.ts'
import { createKindergarten } from './joining-seed.ts'
import { createLetterWorld, help, type LetterWorld } from './letter-world.ts'

let place: LetterWorld
beforeAll(async () => (place = await createLetterWorld()))
afterAll(() => place.close())

type Report = { readonly action?: string; readonly messageId: string; readonly type?: string }

/** As a mail server writes it (RFC 3464), with the head of what it returns. */
const report = ({ action = 'failed', messageId, type = 'multipart/report; report-type=delivery-status' }: Report) =>
  [
    'From: MAILER-DAEMON@mail.example',
    `To: ${help}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${String(Math.random())}@mail.example>`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; boundary="b"`,
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is the mail system.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    'Final-Recipient: rfc822; nobody@mail.example',
    `Action: ${action}`,
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: =?utf-8?q?test?=',
    `Message-ID:\r\n <${messageId}>`,
    '--b--',
    '',
  ].join('\r\n')

const arrive = (given: Report) => place.send({ raw: report(given), envelope: { from: '', to: [help] } })

/** Somebody who asked was told by letter, and the letter has gone; as those see it who decided. */
async function told() {
  const { world } = place
  const garden = await createKindergarten(world)
  const group = await garden.group('Гномики', 'Ваня Кузнецов')
  const mother = await newcomer(world)
  await world.db.updateTable('account').set({ email: 'a@mail.example' }).where('id', '=', mother.accountId).execute()
  const { id } = (await send(mother, asParent(garden, group.id))).json<JoinRequest>()
  await decide(garden, garden.admin, { id }, joinRequestEndpoints.refuse, { reason: 'Не знаем вас' })
  await world.db.updateTable('outgoing_letter').set({ state: 'sent' }).where('about_id', '=', id).execute()
  const row = await world.db.selectFrom('outgoing_letter').where('about_id', '=', id).select('id').executeTakeFirst()
  const letter = async () => {
    const requests = await queue(garden, garden.admin, 'decided')
    return requests.find((one) => one.id === id)?.letter
  }
  return { outgoingId: row?.id ?? '', letter }
}

test('a letter that a server gives back is said not to have arrived, where its state is shown', async () => {
  const { outgoingId, letter } = await told()
  expect(await letter()).toMatchObject({ state: 'sent', reason: null })
  await arrive({ messageId: `${outgoingId}@kolosok.test` })
  expect(await letter()).toMatchObject({ state: 'failed', reason: 'refused' })
  // Written down as what it is, and answered by nobody.
  const { letters } = (await place.letters({ refused: '1' })) as { letters: IncomingLetter[] }
  expect(letters[0]).toMatchObject({ outcome: 'automatic', link: null })
})

test('nothing else that a letter says of ours is believed', async () => {
  const { outgoingId, letter } = await told()
  const messageId = `${outgoingId}@kolosok.test`
  // Late only; a letter that is no report; somebody else's number; none at all.
  await arrive({ messageId, action: 'delayed' })
  await arrive({ messageId, type: 'multipart/mixed' })
  await arrive({ messageId: '00000000-0000-4000-8000-000000000000@kolosok.test' })
  await arrive({ messageId: 'nobody@mail.example' })
  expect(await letter()).toMatchObject({ state: 'sent' })
})
