import type { IncomingMessage } from 'node:http'

/** An address with a «%» that begins no sign is one, too: its page says that there is no such thing. */
export function readableAddress({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  try {
    decodeURIComponent(url)
    return url
  } catch {
    return url.replaceAll('%', '%25')
  }
}
