import type { FileRefusal } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'

export function refuseFile(reason: FileRefusal): AppError {
  return new AppError('file-refused', { detail: reason, params: { reason } })
}
