import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** A draft, and one that is with the head. */
export async function seedStatisticsReports(
  { admin }: Record<'admin', Pick<Awaited<ReturnType<World['person']>>, 'request'>>,
  { organizationId }: { organizationId: OrganizationId },
) {
  const [draftReportId, submittedReportId] = [randomUUID(), randomUUID()]
  for (const [id, firstDay] of [
    [draftReportId, '2025-09-01'],
    [submittedReportId, '2024-09-01'],
  ] as const) {
    const url = `/api/organizations/${organizationId}/statistics-reports/${id}`
    await admin.request({ method: 'PUT', url, payload: { kind: 'school-year', firstDay } })
  }
  const payload = { rev: 1, word: '' }
  await admin.request({ method: 'PUT', url: `/api/statistics-reports/${submittedReportId}/submission`, payload })
  return { draftReportId, submittedReportId }
}
