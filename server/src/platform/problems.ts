import { type FieldError, type ProblemBody, type ProblemCode, problems } from '@kolosok/contract'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { AppError } from './app-error.ts'

/** Whatever was thrown, as an RFC 9457 body; what nobody foresaw is a bare 500. */
export function toProblem(error: unknown, instance: string): ProblemBody {
  if (error instanceof AppError) {
    const { code, message: detail, params, errors } = error
    return problem(code, { instance, detail, ...(params && { params }), ...(errors && { errors: [...errors] }) })
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    // What can't be the name of anything names nothing: the page says the same as of what is gone.
    if (error.validationContext === 'params') return problem('not-found', { instance })
    return problem('invalid-request', { instance, errors: error.validation.map(toFieldError) })
  }
  // Fastify's own refusals (broken JSON, body too large) are the caller's fault too.
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return problem('body-too-large', { instance })
  return status < 500 ? problem('invalid-request', { instance, status }) : problem('internal', { instance })
}

type Issue = { instancePath: string; message?: string | undefined; keyword?: string; params?: unknown }

/** What zod says of an issue besides its code and message. */
type IssueParams = { params?: { code?: string }; origin?: string; minimum?: number }

/** A schema may name its own code by `params: { code }`; else `required`, `too-long` or zod's own name for it. */
function toFieldError(issue: Issue): FieldError {
  const params = (issue.params ?? {}) as IssueParams
  const code = params.params?.code ?? codeOf(issue, params)
  return { pointer: `#${issue.instancePath}`, code, detail: issue.message ?? 'is not valid' }
}

function codeOf({ keyword = 'invalid', message = '' }: Issue, { origin, minimum }: IssueParams): string {
  if (keyword === 'too_small' && origin !== 'number' && minimum === 1) return 'required'
  if (keyword === 'invalid_type' && message.endsWith('received undefined')) return 'required'
  if (keyword === 'too_big' && origin === 'string') return 'too-long'
  return keyword.replaceAll('_', '-')
}

function problem(code: ProblemCode, extra: Partial<ProblemBody>): ProblemBody {
  return { type: `urn:kolosok:problem:${code}`, ...problems[code], code, ...extra }
}
