import type { Door } from './use-door.ts'
import { t } from './texts.ts'

const words = {
  'waiting': ['wait.here', 'wait.here.text'],
  'no-host': ['wait.host', 'wait.host.text'],
  'turned-away': ['wait.turned-away', 'wait.turned-away.text'],
  'removed': ['over.removed', null],
  'open': ['wait.letting-in', null],
} as const

/** Where somebody stands who waits to be let in. */
export function WaitingWords({ door }: { door: Door }) {
  const [what, more] = words[door]
  return (
    <>
      <strong>{t(what)}</strong>
      {more && <span>{t(more)}</span>}
    </>
  )
}
