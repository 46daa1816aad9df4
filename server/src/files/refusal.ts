import { type FileRefusal, fileRefusal } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'

export function refuseFile(reason: FileRefusal): AppError {
  return new AppError('file-refused', { detail: reason, params: { reason } })
}

/** On its way between threads only the reason is left of it. */
export function whyRefused(error: unknown): FileRefusal {
  const { data: reason } = fileRefusal.safeParse(error instanceof AppError ? error.params?.['reason'] : undefined)
  if (reason === undefined) throw error
  return reason
}
