import type { InvitationKind } from '@kolosok/contract'
import { mailings } from '#locales/ru/mailings.ts'
import type { Letter } from '#platform/letter.ts'
import { createTexts } from '#platform/texts.ts'

const t = createTexts(mailings)

export type Words = {
  readonly organization: string
  readonly timeZone: string
  readonly groups: readonly string[]
  readonly kind: InvitationKind
  readonly url: string
  readonly until: Date
}

const valuesOf = ({ organization, timeZone, groups, url, until }: Words) => ({
  organization,
  groups: groups.map((name) => `«${name}»`).join(', '),
  count: groups.length,
  url,
  date: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone }).format(until),
})

/** Names the organization and the group, nobody's child: a letter may be opened by whoever has the phone. */
export function letterTo(to: string, words: Words): Letter {
  const values = valuesOf(words)
  const side = words.kind === 'staff' ? 'staff' : 'family'
  return {
    to,
    subject: t(`${side}.subject`, values),
    paragraphs: [t('hello'), t(`${side}.text`, values), t('how'), t(`${side}.until`, values)],
    button: { text: t('button'), url: words.url },
  }
}

export const smsTo = (words: Words): string => t(words.kind === 'staff' ? 'staff.sms' : 'family.sms', valuesOf(words))
