import type { FilesContext } from '#files/index.ts'
import { lookIntoMailbox } from './mailbox.ts'

/** Looks again and again, each time when the last look has said; undefined where it is off. */
export function followMailbox(files: FilesContext): { stop: () => Promise<void> } | undefined {
  if (files.config.IMAP_URL === undefined) return undefined
  let isStopping = false
  let pause: NodeJS.Timeout | undefined
  let look = Promise.resolve()

  async function next(): Promise<void> {
    // The database is away: what could be said of the mailbox could not be kept.
    const inAMinute = () => new Date(Date.now() + 60_000)
    const nextAt = await lookIntoMailbox(files).catch(inAMinute)
    if (isStopping) return
    pause = setTimeout(begin, Math.max(0, nextAt.getTime() - files.clock().getTime()))
  }
  function begin(): void {
    look = next()
  }
  begin()
  return {
    stop: async () => {
      isStopping = true
      clearTimeout(pause)
      // Whatever is cut off is still in the mailbox, unread.
      await Promise.race([look, new Promise((resolve) => setTimeout(resolve, 3_000).unref())])
    },
  }
}
