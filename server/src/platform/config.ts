import { isAbsolute, join, resolve } from 'node:path'
import type { z } from 'zod'
import { needs, pairs, settings } from './settings.ts'
import { StartProblem } from './start-problem.ts'

const root = resolve(import.meta.dirname, '../../..')

export type Config = Readonly<z.output<typeof settings>> & {
  readonly isDemo: boolean
  /** The pages come from Vite, which asks us. */
  readonly isDevelopment: boolean
  /** Absolute. */
  readonly dataFolder: string
  /** Absolute; where backups are kept. */
  readonly backupFolder: string
  /** Where the machine's programs are looked for. */
  readonly searchPath: string
  /** Origin at which browsers reach the server. */
  readonly publicUrl: string
}

/** The only reader of the environment. Throws one readable list of everything that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv, { isDemo = false, isDevelopment = false } = {}): Config {
  // An empty line in an environment file means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = settings.safeParse(given)
  const wrong = [
    ...(result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...findMissing(given),
  ]
  if (!result.success || wrong.length > 0) {
    throw new StartProblem(`Настройки заданы неверно:\n${wrong.map((line) => `  ${line}`).join('\n')}`)
  }
  return {
    ...result.data,
    isDemo,
    isDevelopment,
    searchPath: env.PATH ?? '',
    ...findFolders(result.data, isDemo),
    publicUrl: new URL(result.data.PUBLIC_URL ?? defaultUrl(result.data)).origin,
  }
}

function findMissing(env: NodeJS.ProcessEnv): string[] {
  const isSet = (name: string) => env[name] !== undefined
  const halves = pairs.filter((pair) => pair.some(isSet) && !pair.every(isSet))
  const lonely = needs.filter(([first, ...others]) => isSet(first) && !others.every(isSet))
  return [...halves, ...lonely].flatMap((names) =>
    names.filter((name) => !isSet(name)).map((name) => `${name}: нужна вместе с ${names.find(isSet) ?? ''}`),
  )
}

function findFolders({ KOLOSOK_DATA, BACKUP_FOLDER }: z.output<typeof settings>, isDemo: boolean) {
  const dataFolder = makeAbsolute(KOLOSOK_DATA ?? (isDemo ? 'data-demo' : 'data'))
  return { dataFolder, backupFolder: makeAbsolute(BACKUP_FOLDER ?? join(dataFolder, 'backups')) }
}

const makeAbsolute = (folder: string): string => (isAbsolute(folder) ? folder : join(root, folder))

function defaultUrl({ HOST, PORT, TLS_CERT_FILE }: z.output<typeof settings>): string {
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(HOST) ? 'localhost' : HOST
  return `${TLS_CERT_FILE ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${String(PORT)}`
}
