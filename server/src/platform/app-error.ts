import { type FieldError, problems, type ProblemCode } from '@kolosok/contract'

type Extra = {
  readonly detail?: string
  /** What the sentence on screen needs: seconds to wait, attempts left … */
  readonly params?: Record<string, string | number>
  readonly errors?: readonly FieldError[]
  readonly cause?: unknown
}

/** The one error that crosses module boundaries. Anything else thrown is a bug and answers 500. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ProblemCode
  readonly status: number
  readonly params: Record<string, string | number> | undefined
  readonly errors: readonly FieldError[] | undefined

  constructor(code: ProblemCode, { detail, params, errors, cause }: Extra = {}) {
    super(detail ?? problems[code].title, { cause })
    this.code = code
    this.status = problems[code].status
    this.params = params
    this.errors = errors
  }
}

/** Whether a door lets somebody in; anything but a refusal stays an error. */
export const opens = (door: Promise<unknown>): Promise<boolean> =>
  door.then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError) return false
      throw error
    },
  )

/** Refuses one or more fields of the body, each by a code that the screen turns into a sentence. */
export function invalidFields(fields: Record<string, string>): AppError {
  const errors = Object.entries(fields).map(([name, code]) => ({ pointer: `#/${name}`, code, detail: code }))
  return new AppError('invalid-request', { errors })
}
