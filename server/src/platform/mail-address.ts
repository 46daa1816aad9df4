import type { Config } from './config.ts'

/** Stands first in letters that can be answered: what a mail program quotes below it is cut off. */
export const REPLY_ABOVE = '— Пишите ответ выше этой строки —'

/** `help@example.ru` and a tag make `help+tag@example.ru`; undefined while no mail is taken in. */
export function tagAddress({ MAIL_IN_ADDRESS: address }: Pick<Config, 'MAIL_IN_ADDRESS'>, tag: string) {
  if (address === undefined) return undefined
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`
}

/** Which tag an address of ours carries: empty for none, undefined for an address that is not ours. */
export function tagOf({ MAIL_IN_ADDRESS: own }: Pick<Config, 'MAIL_IN_ADDRESS'>, address: string): string | undefined {
  if (own === undefined) return undefined
  const [name, host] = own.toLowerCase().split('@')
  const match = /^([^+@]+)(?:\+([^@]*))?@(.+)$/.exec(address.toLowerCase())
  return match && match[1] === name && match[3] === host ? (match[2] ?? '') : undefined
}
