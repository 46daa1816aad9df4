import { MAX_ATTACHMENTS, MAX_SUBJECT, MAX_TEXT } from '@kolosok/contract'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Config } from '#platform/config.ts'
import { REPLY_ABOVE } from '#platform/mail-address.ts'

/** What a letter says, as far as anything of it is used: its HTML is never kept or shown. */
export type ReadLetter = {
  readonly from: { readonly address: string; readonly name: string }
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly messageId: string
  /** Written by a machine, or our own come round again. */
  readonly fault: 'automatic' | 'loop' | 'empty' | undefined
}

const MAX_HOPS = 25
/** What is looked through: somebody's words, and as many around them that are cut off. */
const MAX_READ = 20 * MAX_TEXT
/** More than that nobody is called, nor written about in front of a quotation. */
const MAX_LINE = 300
const MAX_HTML = 2 * 1024 * 1024

/** Throws for what no parser understands. `envelope`: who the sending server says it is from; empty for a bounce. */
export async function readLetter(config: Config, source: Buffer, envelope: string): Promise<ReadLetter> {
  // Pictures inside the HTML are nobody's attachment, and links in it are only text.
  const mail = await simpleParser(source, {
    skipImageLinks: true,
    skipTextLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: MAX_HTML,
  })
  const { address, name } = senderOf(mail, envelope)
  const text = clean(ownWords((mail.text ?? '').slice(0, MAX_READ)), MAX_TEXT, true)
  const files = mail.attachments
    .filter(({ related }) => !related)
    .slice(0, MAX_ATTACHMENTS)
    .map(({ filename, content }) => ({ name: clean(filename ?? 'file', 200), bytes: content }))
  return {
    from: { address, name: name || address },
    subject: clean(mail.subject ?? '', MAX_SUBJECT),
    text,
    files,
    messageId: mail.messageId ?? '',
    fault: faultOf(config, mail, { address, envelope, isEmpty: text === '' && files.length === 0 }),
  }
}

/** Old programs put name and address into one encoded word; whoever hides both is known by what their server says. */
function senderOf(mail: ParsedMail, envelope: string) {
  const { address = '', name: given = '' } = mail.from?.value[0] ?? {}
  const name = given.slice(0, MAX_LINE)
  const inName = /^(.*?)<([^<>\s]+@[^<>\s]+)>/.exec(name)
  const found = address.includes('@') ? address : (inName?.[2] ?? envelope)
  return { address: clean(found, 200).toLowerCase(), name: clean(inName?.[1] ?? name, 120) }
}

type Seen = { readonly address: string; readonly envelope: string; readonly isEmpty: boolean }

function faultOf(config: Config, mail: ParsedMail, { address, envelope, isEmpty }: Seen): ReadLetter['fault'] {
  const own = [config.MAIL_IN_ADDRESS, /[^<\s]+@[^>\s]+/.exec(config.MAIL_FROM ?? '')?.[0]]
  if (own.some((one) => one?.toLowerCase() === address)) return 'loop'
  const received = mail.headerLines.filter(({ key }) => key === 'received').length
  if (received > MAX_HOPS) return 'loop'
  if (envelope === '' || isAutomatic(mail) || /^(mailer-daemon|postmaster)@/.test(address)) return 'automatic'
  return isEmpty || !address.includes('@') ? 'empty' : undefined
}

function isAutomatic({ headers }: ParsedMail): boolean {
  const of = (name: string) => {
    const value = headers.get(name)
    return typeof value === 'string' ? value.toLowerCase() : value === undefined ? '' : 'some'
  }
  const submitted = of('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'list', 'junk', 'auto_reply'].includes(of('precedence')) ||
    of('list') !== '' ||
    of('x-autoreply') !== '' ||
    isReport(headers.get('content-type'))
  )
}

function isReport(type: unknown): boolean {
  return typeof type === 'object' && type !== null && 'value' in type && type.value === 'multipart/report'
}

/** Where HTML becomes text, addresses of its pictures stay behind. */
const pictures = /\[(?:cid|https?):[^\]\s]{0,1000}\]/g
const announcing = /(?:пиш(?:ет|ут)|написал\(?а?\)?|wrote)[^\n]*:\s*$/i

/** Without what the mail program quotes of ours: from our line on, with the quotation above and what announces it. */
function ownWords(text: string): string {
  const plain = text.replace(pictures, '')
  const at = plain.indexOf(REPLY_ABOVE)
  if (at < 0) return plain
  const lines = plain.slice(0, at).split('\n')
  while (/^\s*(?:>.*)?$/.test(lines.at(-1) ?? '-')) lines.pop()
  const above = lines.at(-1) ?? ''
  if (above.length <= MAX_LINE && announcing.test(above)) lines.pop()
  return lines.join('\n')
}

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** Made of characters that can be shown and kept; on one line unless it may have several. */
function clean(text: string, max: number, isLong = false): string {
  const plain = text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '')
  return (isLong ? plain : plain.replace(/\s+/g, ' ')).trim().slice(0, max).toWellFormed().trim()
}
