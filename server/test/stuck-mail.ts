import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/**
 * A mail server that takes everything, but leaves the n-th letter once without an answer: though it has it (`taken`), or
 * as if its bytes had never come (`lost`).
 */
export async function openStuckMail(nth: number, how: 'taken' | 'lost') {
  const taken: string[] = []
  const { promise: isStuck, resolve } = Promise.withResolvers<null>()
  let begun = 0
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      stream.resume()
      stream.on('end', () => {
        begun += 1
        if (begun !== nth || how === 'taken') taken.push(...session.envelope.rcptTo.map(({ address }) => address))
        if (begun === nth) resolve(null)
        else done()
      })
    },
  })
  smtp.on('error', () => undefined) // Whoever was killed says no goodbye.
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  const { port } = smtp.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    taken,
    isStuck,
    close: () =>
      new Promise<void>((closed) => {
        smtp.close(closed)
      }),
  }
}
