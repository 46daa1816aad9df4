import { MAX_ATTACHMENTS, MAX_SUBJECT, MAX_TEXT } from '@kolosok/contract'
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import { REPLY_ABOVE } from '#platform/mail-address.ts'
import { isAnswerable } from './answerable.ts'
import { withBareBytesRead } from './bare-bytes.ts'
import { clean } from './clean.ts'
import { returnedIn } from './returned.ts'

/** What a letter says, as far as anything of it is used: its HTML is never kept or shown. */
export type ReadLetter = {
  readonly from: { readonly address: string; readonly name: string }
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly messageId: string
  /** To whom it says it goes, the most telling first. */
  readonly recipients: readonly string[]
  /** Nothing speaks against a letter back without somebody having looked at it. */
  readonly isAnswerable: boolean
  /** Written by a machine, or our own come round again. */
  readonly fault: 'automatic' | 'loop' | 'empty' | undefined
  /** Numbers of letters that a server says it could not deliver: ours, if we have sent such. */
  readonly returned: readonly string[]
}

const MAX_HOPS = 25
/** What is looked through: somebody's words, and as many around them that are cut off. */
const MAX_READ = 20 * MAX_TEXT
/** More than that nobody is called, nor written about in front of a quotation. */
const MAX_LINE = 300
// Pictures inside the HTML are nobody's attachment, and links in it are only text.
const reading = {
  skipImageLinks: true,
  skipTextLinks: true,
  skipTextToHtml: true,
  maxHtmlLengthToParse: 2 * 1024 * 1024,
} as const

/**
 * Throws for what no parser understands. `envelope`: who the sending server says it is from; empty for a bounce,
 * undefined where it has left that in the letter. `own`: addresses from which nobody but us writes.
 */
export async function readLetter(
  own: readonly string[],
  source: Buffer,
  envelope: string | undefined,
): Promise<ReadLetter> {
  const mail = await simpleParser(withBareBytesRead(source), reading)
  const sentBy = envelope ?? returnPathOf(mail)
  const { address, name } = senderOf(mail, sentBy ?? '')
  const text = clean(ownWords((await wordsOf(mail)).slice(0, MAX_READ)), MAX_TEXT, true)
  const files = mail.attachments
    .filter(({ related }) => !related)
    .slice(0, MAX_ATTACHMENTS)
    .map((file) => ({ name: clean(file.filename ?? hiddenNameOf(file) ?? 'file', 200), bytes: file.content }))
  return {
    returned: returnedIn(mail, source),
    from: { address, name: name || address },
    subject: clean(mail.subject ?? '', MAX_SUBJECT),
    text,
    files,
    messageId: mail.messageId ?? '',
    recipients: recipientsOf(mail),
    isAnswerable: isAnswerable(mail, { address, sentBy: sentBy ?? address }),
    fault: faultOf(own, mail, { address, sentBy: sentBy ?? address, isEmpty: text === '' && files.length === 0 }),
  }
}

/** Old programs encode all that is said of a file as one word, its name in it. */
function hiddenNameOf({ headers }: Attachment): string | undefined {
  const disposition = headers.get('content-disposition')
  if (typeof disposition !== 'object' || !('value' in disposition)) return undefined
  const { value } = disposition as { readonly value: string }
  return /\bfilename="?([^";]{1,200})/i.exec(value)?.[1]
}

/** HTML with files beside it, and no words beside the HTML, is left as it is by the parser: read by itself it becomes words. */
async function wordsOf({ text, html }: ParsedMail): Promise<string> {
  if (text !== undefined || typeof html !== 'string') return text ?? ''
  const alone = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`)
  return (await simpleParser(alone, reading)).text ?? ''
}

/** Old programs put name and address into one encoded word; whoever hides both is known by what their server says. */
function senderOf(mail: ParsedMail, envelope: string) {
  const { address = '', name: given = '' } = mail.from?.value[0] ?? {}
  const name = given.slice(0, MAX_LINE)
  const inName = /^(.*?)<([^<>\s]+@[^<>\s]+)>/.exec(name)
  const found = address.includes('@') ? address : (inName?.[2] ?? envelope)
  return { address: clean(found, 200).toLowerCase(), name: clean(inName?.[1] ?? name, 120) }
}

/** Where a mailbox's server has put the envelope; empty for `<>`, undefined where it hasn't. */
function returnPathOf(mail: ParsedMail): string | undefined {
  const line = mail.headerLines.find(({ key }) => key === 'return-path')?.line.slice(0, MAX_LINE)
  return line === undefined ? undefined : (/<([^<>\s]*)>/.exec(line)?.[1] ?? undefined)
}

const MAX_RECIPIENTS = 50

function recipientsOf(mail: ParsedMail): string[] {
  const delivered = mail.headerLines
    .filter(({ key }) => ['delivered-to', 'x-original-to', 'envelope-to'].includes(key))
    .map(({ line }) => /[^\s<>:]{1,200}@[^\s<>:]{1,200}/.exec(line.slice(0, 2 * MAX_LINE))?.[0] ?? '')
  const written = [mail.to, mail.cc].flatMap((field) => field ?? []).flatMap((field: AddressObject) => field.value)
  return [...delivered, ...written.map(({ address = '' }) => address)]
    .filter((address) => address !== '')
    .slice(0, MAX_RECIPIENTS)
}

type Seen = { readonly address: string; readonly sentBy: string; readonly isEmpty: boolean }

function faultOf(own: readonly string[], mail: ParsedMail, { address, sentBy, isEmpty }: Seen): ReadLetter['fault'] {
  // With a ticket's tag in it, too: that is where answers to us go.
  if (own.includes(address.replace(/\+[^@]*@/, '@'))) return 'loop'
  const received = mail.headerLines.filter(({ key }) => key === 'received').length
  if (received > MAX_HOPS) return 'loop'
  if (sentBy === '' || isAutomatic(mail) || /^(mailer-daemon|postmaster)@/.test(address)) return 'automatic'
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
