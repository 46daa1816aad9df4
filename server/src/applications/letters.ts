import type { ApplicationId } from '@kolosok/contract'
import { applications as texts } from '#locales/ru/applications.ts'
import type { Tx } from '#platform/db.ts'
import { formatPhone } from '#platform/phone.ts'
import { createTexts } from '#platform/texts.ts'
import type { ApplicationsContext } from './context.ts'
import { letterToken } from './link.ts'

const t = createTexts(texts)

export type Told = 'submitted' | 'resubmitted' | 'returned' | 'approved' | 'refused' | 'withdrawn'
type About = {
  readonly id: ApplicationId
  readonly email: string
  readonly phone: string
  readonly organizationName: string
  readonly reason?: string
}

/** Tells the contact about a step, with the private link to follow it. */
export async function tellContact(
  { mail, secrets, config }: ApplicationsContext,
  tx: Tx,
  step: Told,
  { id, email, phone, organizationName, reason = '' }: About,
): Promise<void> {
  const values = { organization: organizationName, phone: formatPhone(phone), reason }
  const status = { text: t('button.status'), url: `${config.publicUrl}/a/${letterToken(secrets.pepper, id)}` }
  const signIn = { text: t('button.sign-in'), url: `${config.publicUrl}/sign-in` }
  const paragraphs = [t(`${step}.text`, values), ...(reason === '' ? [] : [`«${reason}»`]), t(`${step}.next`, values)]
  const button = step === 'approved' ? signIn : status
  await mail.send(tx, { to: email, subject: t(`${step}.subject`, values), paragraphs, button }, { aboutId: id })
}
