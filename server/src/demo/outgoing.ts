import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DemoOutgoing } from '@kolosok/contract'
import type { Clock } from '#platform/clock.ts'
import type { Outbox } from '#platform/outbox.ts'
import { SendFailure } from '#platform/send-failure.ts'

const SHOWN = 200

export type DemoOutbox = Outbox & { readonly list: () => Promise<DemoOutgoing[]> }

/** Mails and SMS of the demonstration: one line each in a file of the data folder, nothing leaves the machine. */
export function createDemoOutbox({ dataFolder }: { dataFolder: string }, clock: Clock): DemoOutbox {
  const file = join(dataFolder, 'outgoing.jsonl')
  return {
    async write({ kind, to, subject, text }) {
      // So that somebody can see what a refused address looks like.
      if (to.endsWith('.invalid')) throw new SendFailure('refused', 'There is no such address')
      const line: DemoOutgoing = { kind, to, subject, text, at: clock().toISOString() }
      await appendFile(file, `${JSON.stringify(line)}\n`)
    },

    async list() {
      const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')
      return lines
        .slice(-SHOWN)
        .reverse()
        .map((line) => JSON.parse(line) as DemoOutgoing)
    },
  }
}
