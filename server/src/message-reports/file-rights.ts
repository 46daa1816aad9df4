import type { FileRightsPort } from '#files/index.ts'
import { factsOf } from './access.ts'
import { messageReportPolicy } from './policy.ts'
import { listReportsOfFile } from './store.ts'

/** What a reported message holds is for those who decide about it, while they have to. */
export const reportedFileRights: FileRightsPort = {
  async mayRead(db, actor, fileId) {
    const reports = await listReportsOfFile(db, fileId, actor.accountId)
    return reports.some((report) => messageReportPolicy.decide(factsOf(report, actor)) === 'allow')
  },
}
