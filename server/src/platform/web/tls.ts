import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import type { Server } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { StartProblem } from '../start-problem.ts'
import { readTrustedProxies } from '../trusted-proxies.ts'

const LOOK_EVERY_MS = 1_000

type ServerOptions = {
  readonly trustProxy: false | string[]
  readonly https?: { readonly key: Buffer; readonly cert: Buffer }
}

/** How the server listens: behind whom, and with which certificate. */
export function serverOptions(config: Config): ServerOptions {
  const { TRUST_PROXY, TLS_CERT_FILE, TLS_KEY_FILE } = config
  const trustProxy = TRUST_PROXY === undefined ? false : (readTrustedProxies(TRUST_PROXY) ?? false)
  if (!TLS_CERT_FILE || !TLS_KEY_FILE) return { trustProxy }
  return { trustProxy, https: readPair(TLS_CERT_FILE, TLS_KEY_FILE) }
}

/** Takes over a renewed certificate while running. Half-written files are left alone until they fit together. */
export function followCertificate(app: FastifyInstance, config: Config, log: Logger): () => void {
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile } = config
  if (!certFile || !keyFile) return () => undefined
  const renew = (): void => {
    try {
      ;(app.server as unknown as Server).setSecureContext(readPair(certFile, keyFile))
      log.info('the certificate was renewed')
    } catch (error) {
      log.warn({ err: error }, 'the certificate on disk is not usable yet; the one before stays')
    }
  }
  for (const file of [certFile, keyFile]) watchFile(file, { interval: LOOK_EVERY_MS }, renew)
  return () => {
    for (const file of [certFile, keyFile]) unwatchFile(file, renew)
  }
}

function readPair(certFile: string, keyFile: string): { key: Buffer; cert: Buffer } {
  try {
    const pair = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
    createSecureContext(pair)
    return pair
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartProblem(
      `Сертификат не читается (${reason}). Проверьте TLS_CERT_FILE и TLS_KEY_FILE: оба в формате PEM, ключ от этого сертификата.`,
      { cause: error },
    )
  }
}
