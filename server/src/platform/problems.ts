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
    return problem('invalid-request', { instance, errors: error.validation.map(toFieldError) })
  }
  // Fastify's own refusals (broken JSON, body too large) are the caller's fault too.
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return problem('body-too-large', { instance })
  return status < 500 ? problem('invalid-request', { instance, status }) : problem('internal', { instance })
}

type Issue = { instancePath: string; message?: string | undefined; keyword?: string; params?: unknown }

/** A schema may name its own code by `params: { code }`; else zod's issue code, `required` for what is empty. */
function toFieldError(issue: Issue): FieldError {
  const found = (issue.params ?? {}) as { issue?: { code?: string; params?: { code?: string }; origin?: string } }
  const zod = found.issue
  const code = zod?.params?.code ?? zod?.code ?? issue.keyword ?? 'invalid'
  return { pointer: `#${issue.instancePath}`, code, detail: issue.message ?? 'is not valid' }
}

function problem(code: ProblemCode, extra: Partial<ProblemBody>): ProblemBody {
  return { type: `urn:kolosok:problem:${code}`, ...problems[code], code, ...extra }
}
