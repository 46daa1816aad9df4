/** Everybody who may knock: five roles of one organization, and those who are none of it. */
export const roles = [
  'operator',
  'admin',
  'management',
  'teacher',
  'unconfirmed',
  'parent',
  'stranger',
  'elsewhere',
  'nobody',
] as const
export type Role = (typeof roles)[number]

/** `teacher` and `unconfirmed` are attached to the group, `parent` has a child in it. */
export const insiders = ['admin', 'management', 'teacher', 'unconfirmed', 'parent'] as const satisfies readonly Role[]
/** For whom nothing of the organization exists. `elsewhere` manages another organization. */
export const outsiders = ['operator', 'stranger', 'elsewhere'] as const satisfies readonly Role[]
export const signedIn = [...insiders, ...outsiders] as const

export const staff = ['admin', 'management', 'teacher', 'unconfirmed'] as const satisfies readonly Role[]
export const office = ['admin', 'management'] as const satisfies readonly Role[]
