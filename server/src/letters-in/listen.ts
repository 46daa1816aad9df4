import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { LetterOutcome } from '@kolosok/contract'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { FilesContext } from '#files/index.ts'
import { StartProblem } from '#platform/start-problem.ts'
import { deskOf } from './desk.ts'
import { type Allowance, allowance, guardConnections } from './guard.ts'
import { countRefused, isShutOut } from './limits.ts'
import { MAX_LETTER_BYTES, spool } from './spool.ts'
import { type Arrived, refuse, takeArrived } from './take.ts'

const CLOSE_MS = 1_000

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** Takes in letters to our addresses and to no other: it passes nothing on. Undefined where it is off. */
export async function listenForLetters(files: FilesContext) {
  const { config, log } = files
  if (config.MAIL_IN_PORT === 0 || config.MAIL_IN_ADDRESS === undefined) return undefined
  try {
    return await openListener(files, config.MAIL_IN_PORT, (error) => {
      log.warn({ err: error }, 'the listener for letters')
    })
  } catch (error) {
    throw new StartProblem(sentenceOf(error, config), { cause: error })
  }
}

function sentenceOf(error: unknown, { MAIL_IN_HOST: host, MAIL_IN_PORT: port }: FilesContext['config']): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `Приём писем: порт ${String(port)} занят другой программой. Выберите другой: MAIL_IN_PORT`
  if (code === 'EACCES')
    return `Приём писем: занять порт ${String(port)} не разрешено системой. Выберите порт больше 1024: MAIL_IN_PORT`
  return `Приём писем не начался на ${host}:${String(port)}. Проверьте MAIL_IN_HOST и MAIL_IN_PORT`
}

/** On this port; on any free one for 0. */
export async function openListener(
  files: FilesContext,
  port: number,
  onError: (error: Error) => void,
  allowed: Allowance = allowance,
) {
  const { config } = files
  const tls = await readTls(files)
  const networkFrom = ({ remoteAddress }: SMTPServerSession) => allowed.networkOf(remoteAddress)
  const server = new SMTPServer({
    name: new URL(config.publicUrl).hostname,
    banner: 'Kolosok',
    size: MAX_LETTER_BYTES,
    maxClients: allowed.atOnce,
    socketTimeout: allowed.idleMs,
    // A stop waits for nobody who only holds the line: what was taken is stored, the rest is sent again.
    closeTimeout: CLOSE_MS,
    authOptional: true,
    // Names of senders are not looked up: the installation may have no way out.
    disableReverseLookup: true,
    disabledCommands: ['AUTH', ...(tls ? [] : ['STARTTLS' as const])],
    ...tls,
    onMailFrom: (_sender, session, done) => {
      isWelcome(files, networkFrom(session)).then(
        (isHeard) => {
          done(isHeard ? null : answer(421, 'Too many letters that had to be refused; try again later'))
        },
        () => {
          done(answer(451, 'Try again later'))
        },
      )
    },
    onRcptTo: ({ address }, session, done) => {
      if (deskOf(config, address) === undefined) done(answer(550, 'No such address here'))
      else if (session.envelope.rcptTo.length > 0) done(answer(452, 'One recipient at a time'))
      else done()
    },
    onData: (stream, session, done) => {
      receive(files, stream, session, networkFrom(session)).then(
        (refusal) => {
          done(refusal)
        },
        // Not written down, so not taken: the sending server keeps it and tries again.
        (error: unknown) => {
          const isCutOff = (error as NodeJS.ErrnoException).code === 'ECONNECTION'
          files.log[isCutOff ? 'info' : 'error']({ err: error }, 'a letter could not be taken')
          done(answer(451, 'Try again later'))
        },
      )
    },
  })
  guardConnections(server.server, allowed)
  server.on('error', onError)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, config.MAIL_IN_HOST, resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
      }),
  }
}

const isWelcome = async (files: FilesContext, network: string | undefined): Promise<boolean> =>
  network === undefined || !(await isShutOut(files, network))

async function readTls({ config }: FilesContext) {
  if (config.TLS_CERT_FILE === undefined || config.TLS_KEY_FILE === undefined) return undefined
  const [cert, key] = await Promise.all([readFile(config.TLS_CERT_FILE), readFile(config.TLS_KEY_FILE)])
  return { cert, key }
}

/** What the sending server is told: nothing for taken, else why not. Machines are thanked, so that none answers. */
async function receive(
  files: FilesContext,
  stream: SMTPServerDataStream,
  { envelope: { mailFrom, rcptTo } }: SMTPServerSession,
  network: string | undefined,
) {
  const sender = mailFrom === false ? '' : mailFrom.address
  const outcome = await spool(files.config, stream, async (spooled) => {
    const recipient = rcptTo[0]?.address ?? ''
    const arrived: Arrived = { sender, recipient, size: spooled.size, ...(network !== undefined && { network }) }
    return spooled.size > MAX_LETTER_BYTES ? refuse(files, arrived, 'too-large') : takeArrived(files, arrived, spooled)
  })
  const refusal = refusals[outcome]
  if (refusal && network !== undefined) await countRefused(files, network)
  return refusal ?? null
}

const refusals: Partial<Record<LetterOutcome, Error>> = {
  'too-large': answer(552, 'The letter is too large: 30 MB at most'),
  'unknown-address': answer(550, 'This address does not work any more'),
  'unreadable': answer(554, 'There is nothing to read in this letter'),
  'empty': answer(554, 'There is nothing to read in this letter'),
  'too-many': answer(554, 'Too many applications from this address today'),
}
