import { parseArgs } from 'node:util'
import { StartProblem } from '../start-problem.ts'

/** What was written behind `npm start --`. */
export function readArguments(given: readonly string[]): { isDemo: boolean; isDevelopment: boolean } {
  try {
    const flag = { type: 'boolean', default: false } as const
    const { values } = parseArgs({ args: [...given], options: { demo: flag, dev: flag } })
    return { isDemo: values.demo, isDevelopment: values.dev }
  } catch {
    throw new StartProblem(`Непонятно: ${given.join(' ')}. Можно так: npm start или npm start -- --demo`)
  }
}
