import type { Config } from '#platform/config.ts'
import { tagOf } from '#platform/mail-address.ts'
import type { ReadLetter } from './read-letter.ts'

/** Where a letter belongs, by its address. */
export type Desk = {
  /** The secret part that leads into a ticket; empty for none. */
  readonly tag: string
  readonly isForApplications: boolean
}

/** Undefined for an address that is not ours. */
export function deskOf(config: Config, address: string): Desk | undefined {
  const isForApplications = config.MAIL_IN_APPLICATIONS?.toLowerCase() === address.toLowerCase()
  if (isForApplications) return { tag: '', isForApplications }
  const tag = tagOf(config, address)
  return tag === undefined ? undefined : { tag, isForApplications }
}

/** A mailbox may have further names of its own: what names none of ours is for the support. */
export function deskOfLetter(config: Config, { recipients }: ReadLetter): Desk {
  const desks = recipients.flatMap((address) => deskOf(config, address) ?? [])
  const first = desks.find(({ tag }) => tag !== '') ?? desks.find((desk) => desk.isForApplications)
  return first ?? { tag: '', isForApplications: false }
}
