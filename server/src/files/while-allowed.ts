import { type Readable, Transform } from 'node:stream'

/** About ten seconds of a film. */
const PORTION = 4 * 1024 * 1024

/** A film is sent for as long as somebody looks at it: who loses the right meanwhile gets no more than a portion. */
export function whileAllowed(source: Readable, ask: () => Promise<unknown>): Readable {
  let sent = 0
  const asking = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      const before = Math.floor(sent / PORTION)
      sent += chunk.length
      if (Math.floor(sent / PORTION) === before) pass(null, chunk)
      else
        ask().then(
          () => {
            pass(null, chunk)
          },
          (refusal: unknown) => {
            pass(refusal instanceof Error ? refusal : new Error('No more to be read'))
          },
        )
    },
  })
  source.once('error', (error) => asking.destroy(error))
  asking.once('close', () => source.destroy())
  return source.pipe(asking)
}
