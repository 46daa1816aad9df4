import { useChat } from '#features/chats/index.ts'
import { checkClasses as classes } from '#features/rooms/index.ts'
import { createTexts } from '#lib/i18n.ts'
import { useQuiet } from '#lib/quiet-hours.ts'
import { quietHours } from '#locales/ru/quiet-hours.ts'
import type { CallIntent } from './current-call.ts'

// Beside the calls' other words, which every page loads.
const t = createTexts(quietHours)

/** Nobody's device rings now: better known before than wondered at. */
export function QuietNote({ intent: { chatId, chatKind } }: { intent: CallIntent }) {
  const until = useQuiet(useChat(chatId)?.organizationId ?? null)
  if (until === null) return null
  return (
    <p className={classes.trouble} role="note">
      {t(chatKind === 'direct' ? 'call.direct' : 'call.group', { until })}
    </p>
  )
}
