import { readFileSync } from 'node:fs'

const none = { passed: 0, failed: 0, skipped: 0, failures: [] }
const FIRST_LINES = 3

/** A report that is missing or cut off counts nothing: whoever wrote it has failed as a step. */
function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return none
  }
}

const brief = (where, message = '') => [where, ...message.split('\n').slice(0, FIRST_LINES)].join('\n      ')

/** A file that fails before its tests does so with a message of its own and all its tests skipped. */
export const countVitest = (file) =>
  read(file, ({ numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0, testResults = [] }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
    failures: testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === 'failed')
      if (tests.length === 0) return status === 'failed' ? [brief(name, message)] : []
      return tests.map(({ fullName, failureMessages }) => brief(`${name} › ${fullName}`, failureMessages[0]))
    }),
  }))

/** One that passes at the second try has failed: a flaky test is a bug. */
export const countPlaywright = (file) =>
  read(file, ({ stats, suites = [] }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failuresIn),
  }))

const failuresIn = ({ file, specs = [], suites = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ title, tests }) => brief(`${file} › ${title}`, tests[0]?.results.at(-1)?.error?.message)),
  ...suites.flatMap(failuresIn),
]
