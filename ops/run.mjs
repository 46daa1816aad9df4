import { spawn } from 'node:child_process'

/** Starts a program that speaks to the same console. */
export const run = (program, args, options = {}) => spawn(program, args, { stdio: 'inherit', ...options })

/** Runs a program to its end; rejects with `sentence` when it fails. */
export function finish(program, args, sentence, options = {}) {
  return new Promise((resolve, reject) => {
    const child = run(program, args, options)
    const release = passSignals(child)
    child.once('error', () => reject(new Error(sentence)))
    child.once('exit', (code) => {
      release()
      if (code === 0) resolve()
      else reject(new Error(sentence))
    })
  })
}

/** Whoever stops us stops the child; it decides when to end. */
export function passSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return () => signals.forEach((signal) => process.off(signal, pass))
}
