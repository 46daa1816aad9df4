import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

export type Running = { readonly command: string; readonly startedAt: string }

/** A running process, or nothing. A pid alone proves nothing: the system gives it out again. */
export async function findProcess(pid: number): Promise<Running | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') {
    const read = (name: string) => readFile(`/proc/${String(pid)}/${name}`, 'utf8').catch(() => '')
    const [line, stat] = await Promise.all([read('cmdline'), read('stat')])
    // Behind the name in brackets, which may hold anything: the time of start is the 20th.
    const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    return line === '' ? undefined : { command: line.replaceAll('\0', ' '), startedAt }
  }
  const show = (column: string) =>
    promisify(execFile)('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)]).then(({ stdout }) => stdout.trim())
  return Promise.all([show('command'), show('lstart')]).then(
    ([command, startedAt]) => ({ command, startedAt }),
    () => undefined,
  )
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Stops a process that an earlier server left behind: asks first, then insists. */
export async function stopOrphan(pid: number, ask: NodeJS.Signals, insist: NodeJS.Signals): Promise<void> {
  for (const signal of [ask, insist]) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) await sleep(50)
  }
}
