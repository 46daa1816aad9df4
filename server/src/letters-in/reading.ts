import { Worker } from 'node:worker_threads'
import type { Config } from '#platform/config.ts'
import { createSlots } from '#platform/slots.ts'
import type { ReadLetter } from './read-letter.ts'

/** The worst letter of 30 MB takes half a second on a busy machine, and blocks whoever shares its thread. */
const LONGEST_MS = 20_000
const MEMORY_MB = 256

export type ToRead = {
  readonly path: string
  /** Who the sending server says it is from; empty for a bounce, undefined where only the letter itself says it. */
  readonly envelope: string | undefined
  /** Addresses from which nobody but us writes. */
  readonly own: readonly string[]
}

/** One thread for all letters, one after another; ended, and begun anew, when one is too much for it. */
const inTurn = createSlots(1)
let reader: Worker | undefined

/** What a letter says; undefined for what no parser understands, or not within reason. */
export const readOnThread = (
  config: Config,
  { path, envelope }: Omit<ToRead, 'own'>,
): Promise<ReadLetter | undefined> => inTurn(() => ask({ path, envelope, own: ownAddresses(config) }))

function ask(toRead: ToRead): Promise<ReadLetter | undefined> {
  const asked = (reader ??= begin())
  return new Promise((resolve) => {
    const deadline = setTimeout(giveUp, LONGEST_MS)
    const finish = (letter: ReadLetter | undefined) => {
      clearTimeout(deadline)
      asked.off('message', answered)
      asked.off('error', giveUp)
      resolve(letter)
    }
    function answered(letter: ReadLetter | undefined): void {
      finish(letter && withBuffers(letter))
    }
    function giveUp(): void {
      reader = undefined
      void asked.terminate()
      finish(undefined)
    }
    asked.on('message', answered)
    asked.on('error', giveUp)
    asked.postMessage(toRead)
  })
}

function begin(): Worker {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  // Between letters it keeps nobody from ending.
  worker.unref()
  return worker
}

/** Whatever comes from one of these is our own letter come round. */
function ownAddresses({ MAIL_IN_ADDRESS, MAIL_IN_APPLICATIONS, MAIL_FROM }: Config): string[] {
  const all = [MAIL_IN_ADDRESS, MAIL_IN_APPLICATIONS, /[^<\s]+@[^>\s]+/.exec(MAIL_FROM ?? '')?.[0]]
  return all.flatMap((address) => (address === undefined ? [] : [address.toLowerCase()]))
}

/** On their way between threads buffers become plain arrays of bytes. */
const withBuffers = (letter: ReadLetter): ReadLetter => ({
  ...letter,
  files: letter.files.map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  })),
})
