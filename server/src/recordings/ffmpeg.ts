import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

const PACKAGE = `@ffmpeg-installer/${process.platform}-${process.arch}`
const here = createRequire(import.meta.url)

/** The one that came with npm, which is the one we know; else the machine's own. */
export async function findFfmpeg(searchPath: string): Promise<string | undefined> {
  const candidates = [...fromNpm(), ...searchPath.split(delimiter).map((folder) => join(folder, 'ffmpeg'))]
  for (const path of candidates) if (await isProgram(path)) return path
  return undefined
}

function fromNpm(): string[] {
  try {
    return [join(dirname(here.resolve(`${PACKAGE}/package.json`)), 'ffmpeg')]
  } catch {
    return []
  }
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** LiveKit's client comes as a program, too, and not for every machine. */
export function hasClient(): boolean {
  const system = process.platform === 'linux' ? `linux-${process.arch}-gnu` : `${process.platform}-${process.arch}`
  try {
    const bindings = createRequire(here.resolve('@livekit/rtc-node')).resolve('@livekit/rtc-ffi-bindings')
    createRequire(bindings).resolve(`@livekit/rtc-ffi-bindings-${system}`)
    return true
  } catch {
    return false
  }
}
