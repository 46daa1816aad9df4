import { readFileSync } from 'node:fs'

const none = { passed: 0, failed: 0, skipped: 0 }

/** A report that is missing or cut off counts nothing: whoever wrote it has failed as a step. */
function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return none
  }
}

export const countVitest = (file) =>
  read(file, ({ numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0 }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }))

/** One that passes at the second try has failed: a flaky test is a bug. */
export const countPlaywright = (file) =>
  read(file, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }))
