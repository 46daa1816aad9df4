import type { FastifyInstance, FastifyRequest } from 'fastify'

const FIXED = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=(), payment=(), usb=()',
}
const YEAR = 365 * 24 * 3600

/** What every answer says about itself. A handler may set its own instead. */
export function protectAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(FIXED)
    reply.header('content-security-policy', policyFor(request))
    if (request.protocol === 'https') reply.header('strict-transport-security', `max-age=${String(YEAR)}`)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    done()
  })
}

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // The components set sizes and colours in style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Some browsers don't count a WebSocket of the same host as `'self'`. */
function policyFor({ host, protocol }: FastifyRequest): string {
  const isPlain = /^[\w.:[\]-]+$/.test(host)
  const socket = isPlain ? ` ${protocol === 'https' ? 'wss' : 'ws'}://${host}` : ''
  return `${POLICY}; connect-src 'self'${socket}`
}
