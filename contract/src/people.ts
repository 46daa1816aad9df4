import { z } from 'zod'
import { accountId, membershipId } from './ids.ts'

export const role = z.enum(['management', 'teacher', 'parent', 'student'])
export type Role = z.infer<typeof role>

/** A person as others see them through one membership: «Мария Сергеевна, воспитатель». */
export const person = z.object({
  accountId,
  membershipId,
  role,
  /** As people use it here: given name and patronymic for staff, given and family name for parents. */
  name: z.string(),
  /** The position of staff, whose parent a parent is («мама Вани»); may be empty. */
  label: z.string(),
  /** Staff whose status «педагог» is confirmed. */
  isConfirmed: z.boolean(),
})
export type Person = z.infer<typeof person>
