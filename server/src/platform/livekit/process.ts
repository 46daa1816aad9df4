import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { findProcess, stopOrphan } from '../processes/processes.ts'
import type { Program } from '../processes/supervisor.ts'

export class PortTaken extends Error {}

/** One `livekit-server` with its settings in `file`; that name in its command line is how the next start knows it. */
export function livekitProgram(program: string, file: string): Program {
  const pidFile = `${file}.pid`
  return {
    name: 'livekit',
    // Asked kindly, it waits until everybody has hung up. It keeps nothing that could be lost.
    stopSignal: 'SIGKILL',
    async spawn() {
      const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''))
      if ((await findProcess(pid))?.command.includes(file)) await stopOrphan(pid, 'SIGKILL', 'SIGKILL')
      const child = spawn(program, ['--config', file], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
      child.once('exit', () => void rm(pidFile, { force: true }))
      await writeFile(pidFile, String(child.pid ?? ''))
      return child
    },
    ready,
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-5_000)
        if (log.includes('"starting LiveKit server"')) resolve()
      })
    }
    child.once('error', reject)
    child.once('exit', () => {
      const Reason = log.includes('address already in use') ? PortTaken : Error
      reject(new Reason(`LiveKit ended: ${log.trim().split('\n').at(-1) ?? ''}`))
    })
  })
}
