import { Agent, request } from 'node:http'

export type Times = {
  readonly p50: number
  readonly p95: number
  /** Of server and database together, for one of them: what stays when a machine has other things to do, too. */
  readonly cpu: number
}

export type Run = { readonly times: number; readonly usage: () => number }

/** What is done again and again, and how long it took each time. */
export function openStopwatch(usage: () => number) {
  const taken: number[] = []
  let cpu = 0
  return {
    async take<T>(work: () => Promise<T>): Promise<T> {
      const [from, before] = [performance.now(), usage()]
      const result = await work()
      taken.push(performance.now() - from)
      cpu += usage() - before
      return result
    },
    read(): Times {
      taken.sort((a, b) => a - b)
      const at = (share: number) => round(taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? NaN)
      return { p50: at(0.5), p95: at(0.95), cpu: round((cpu * 1_000) / taken.length) }
    },
  }
}

/** Once unmeasured for the compilers and the plans, then so many times, one after another. */
export async function time({ times, usage }: Run, work: (turn: number) => Promise<unknown>): Promise<Times> {
  for (let turn = 0; turn < WARM; turn++) await work(turn)
  const watch = openStopwatch(usage)
  for (let turn = 0; turn < times; turn++) await watch.take(() => work(turn + WARM))
  return watch.read()
}

/** More than five: from then on the database keeps a plan for good. */
const WARM = 15

export type Ask = (method: string, path: string, body?: object) => Promise<unknown>

/** One person's browser: a kept connection, one request at a time; the whole answer counts. */
export function openBrowser(url: string, cookie: string): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = { cookie, origin: url, ...(body && { 'content-type': 'application/json' }) }
      const sent = request(new URL(path, url), { method, agent, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString()
          if (answer.statusCode === 200) resolve(JSON.parse(text))
          else reject(new Error(`${method} ${path}: ${String(answer.statusCode)} ${text}`))
        })
      })
      sent.on('error', reject)
      sent.end(body && JSON.stringify(body))
    })
}

export const round = (value: number): number => Math.round(value * 10) / 10
