import { notifications } from '@mantine/notifications'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

/** Seconds to wait where the server finds it too much at once, 0 for any other failure; says so, in one note. */
export function sayTooFast(error: unknown): number {
  if (!(error instanceof ApiProblem) || error.body.code !== 'too-many-requests') return 0
  const seconds = Math.max(1, Number(error.body.params?.seconds ?? 1))
  const note = { id: 'too-fast', message: t('outbox.slow', { seconds }), autoClose: 3000 }
  notifications.hide(note.id)
  notifications.show(note)
  return seconds
}
