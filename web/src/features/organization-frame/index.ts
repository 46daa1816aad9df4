export { OrganizationPage } from './organization-page.tsx'
export { SectionLinks } from './section-links.tsx'
export { type OwnOrganization, useOrganization } from './use-organization.ts'
export { OrganizationFrame } from './organization-frame.tsx'
