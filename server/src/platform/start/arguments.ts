import { parseArgs } from 'node:util'
import { StartProblem } from '../start-problem.ts'

/** What was written behind `npm start --`. */
export function readArguments(given: readonly string[]): { isDemo: boolean } {
  try {
    const { values } = parseArgs({ args: [...given], options: { demo: { type: 'boolean', default: false } } })
    return { isDemo: values.demo }
  } catch {
    throw new StartProblem(`Непонятно: ${given.join(' ')}. Можно так: npm start или npm start -- --demo`)
  }
}
