import { spawn } from 'node:child_process'

/** Starts a program that speaks to the same console. */
export const run = (program, args, options = {}) => spawn(program, args, { stdio: 'inherit', ...options })

/** Runs a program to its end; rejects with `sentence` when it fails. */
export function finish(program, args, sentence, options = {}) {
  return new Promise((resolve, reject) => {
    const child = run(program, args, options)
    child.once('error', () => reject(new Error(sentence)))
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(sentence))))
  })
}

/** The child decides when to end; whoever stops us stops it. */
export function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
}
