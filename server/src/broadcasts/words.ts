import type { BroadcastId } from '@kolosok/contract'
import { broadcasts } from '#locales/ru/broadcasts.ts'
import type { Letter } from '#platform/letter.ts'
import { createTexts } from '#platform/texts.ts'
import type { Words } from './write.store.ts'

const t = createTexts(broadcasts)

type Place = { readonly config: { readonly publicUrl: string } }

const urlOf = ({ config }: Place, id: BroadcastId) => `${config.publicUrl}/broadcasts/${id}`

function whenOf({ plannedAt, timeZone }: Words): string {
  return new Intl.DateTimeFormat('ru', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(plannedAt)
}

/** The post in the channel, also after the plan has changed. */
export function announcementOf(place: Place, id: BroadcastId, words: Words): string {
  const { title, about, state } = words
  if (state === 'cancelled') return t('announcement.cancelled', { title, when: whenOf(words) })
  return [t('announcement', { title, when: whenOf(words) }), about, t('announcement.link', { url: urlOf(place, id) })]
    .filter((part) => part !== '')
    .join('\n\n')
}

export const reminderTo = (place: Place, id: BroadcastId, words: Words, to: string): Letter => ({
  to,
  subject: t('reminder.subject', { title: words.title }),
  paragraphs: [
    t('reminder.text', { organization: words.organization, title: words.title, when: whenOf(words) }),
    t('reminder.how'),
  ],
  button: { text: t('reminder.open'), url: urlOf(place, id) },
})
