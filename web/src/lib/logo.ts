import { organizationEndpoints, pathOf } from '@kolosok/contract'

/** Null where an organization has none: its letter on a colour stands for it. */
export const logoUrl = (logoId: string | null): string | null =>
  logoId === null ? null : pathOf(organizationEndpoints.logo, { logoId })
