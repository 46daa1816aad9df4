import { access, constants, mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { buildWithGo } from './build.ts'
import { download } from './download.ts'
import { releaseForHere } from './release.ts'
import { PROGRAM, type Wishes } from './wishes.ts'

/** The program itself, by the first way that works: installed, kept, fetched, built. */
export async function obtainLivekit(wishes: Wishes): Promise<string | undefined> {
  const { folder, path, say, signal, release = releaseForHere() } = wishes
  const here = (await findProgram(PROGRAM, path)) ?? (await findProgram(PROGRAM, folder))
  if (here) return here
  wishes.onArriving?.()
  await mkdir(folder, { recursive: true })
  const go = await findProgram('go', path)
  const ways: (() => Promise<string>)[] = [
    ...(release ? [() => download(release, wishes)] : []),
    ...(go ? [() => buildWithGo(go, wishes)] : []),
  ]
  for (const way of ways) {
    try {
      return await way()
    } catch (error) {
      if (signal?.aborted) return undefined
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return undefined
}

async function findProgram(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((entry) => entry !== '')) {
    const program = join(folder, name)
    const isThere = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return program
  }
  return undefined
}
