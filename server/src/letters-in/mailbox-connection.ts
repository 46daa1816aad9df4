import type { MailboxReason } from '@kolosok/contract'
import { ImapFlow } from 'imapflow'
import type { Config } from '#platform/config.ts'
import { isThisMachine } from '#platform/this-machine.ts'

/** One look, however slowly the other side answers. */
const LONGEST_MS = 10 * 60_000

export type Patience = { readonly connectMs: number; readonly silenceMs: number }
export const patience: Patience = { connectMs: 20_000, silenceMs: 60_000 }

export type OpenFolder = { readonly uidValidity: string; readonly uidNext: number }

/** `user@host/folder`: what the operator knows it by; never the password. */
export function mailboxName({ IMAP_URL, IMAP_FOLDER }: Config): string | undefined {
  if (IMAP_URL === undefined) return undefined
  const { username, hostname } = new URL(IMAP_URL)
  return `${decodeURIComponent(username)}@${hostname}/${IMAP_FOLDER}`
}

/** Opens the folder, does the work, and closes whatever happens. */
export async function withFolder<T>(
  config: Config,
  { connectMs, silenceMs }: Patience,
  work: (client: ImapFlow, folder: OpenFolder) => Promise<T>,
): Promise<T> {
  const { protocol, hostname, port, username, password } = new URL(config.IMAP_URL ?? '')
  const isSecure = protocol === 'imaps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const client = new ImapFlow({
    host,
    port: port === '' ? (isSecure ? 993 : 143) : Number(port),
    secure: isSecure,
    // A password crosses the net encrypted, or not at all.
    ...(!isSecure && { doSTARTTLS: !isThisMachine(host) }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
  })
  // What goes wrong is thrown where it is waited for; without a listener it would end the process, too.
  client.on('error', () => undefined)
  const deadline = setTimeout(() => {
    client.close()
  }, LONGEST_MS)
  try {
    await client.connect()
    const { uidValidity, uidNext } = await client.mailboxOpen(config.IMAP_FOLDER).catch((error: unknown) => {
      throw isAnswer(error) ? new NoFolder(error) : error
    })
    const result = await work(client, { uidValidity: String(uidValidity), uidNext })
    await client.logout().catch(() => undefined)
    return result
  } finally {
    clearTimeout(deadline)
    client.close()
  }
}

class NoFolder extends Error {
  override readonly name = 'NoFolder'

  constructor(cause: unknown) {
    super('The server has no such folder', { cause })
  }
}

const isAnswer = (error: unknown) => (error as { responseStatus?: string }).responseStatus !== undefined

const slow = /^(ETIMEOUT|ETIMEDOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT)$/
const unreachable = /^(E(CONN|HOST|NET|AI_|PIPE|NOTFOUND)|NoConnection|ClosedAfterConnect|StateLogout)/
const certificate = /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)|SSL/
/** Encrypted words to a port that speaks openly: not the place that was meant. */
const notEncrypted = /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/

export function reasonOf(error: unknown): MailboxReason {
  const { authenticationFailed, code = '' } = error as { authenticationFailed?: boolean; code?: string }
  if (authenticationFailed === true) return 'wrong-password'
  if (error instanceof NoFolder) return 'no-folder'
  if (slow.test(code)) return 'slow'
  if (notEncrypted.test(code)) return 'unreachable'
  if (certificate.test(code)) return 'certificate'
  return unreachable.test(code) ? 'unreachable' : 'other'
}
