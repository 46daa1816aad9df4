import { dataExportId } from '@kolosok/contract'
import { z } from 'zod'
import type { FilesContext } from '#files/index.ts'
import { defineTask, type Tasks } from '#platform/jobs.ts'
import { GATHER, gatherOrganization } from './ask.ts'

export const organizationDataTasks = (files: FilesContext): Tasks => ({
  [GATHER]: defineTask(z.object({ dataExportId }), (payload) => gatherOrganization(files, payload.dataExportId)),
})
