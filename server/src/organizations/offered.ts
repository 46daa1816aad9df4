export type InOrganization = {
  /** It can be read, and nothing in it changes: `refuseClosed` stands before every change. */
  readonly isOrganizationClosed: boolean
}

/** Whether a page shows a button: what a policy allows, and the closing of the organization does not refuse. */
export const isOffered = (verdict: string, { isOrganizationClosed }: InOrganization): boolean =>
  verdict === 'allow' && !isOrganizationClosed
