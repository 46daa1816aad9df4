/** Why the server can not start, for whoever installs it: what is wrong and what to do, without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
