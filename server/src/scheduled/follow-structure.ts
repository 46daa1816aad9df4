import type { StructurePort } from '#organizations/index.ts'
import { deleteOfFormer } from './store.ts'

/** Whoever leaves the organization says nothing there any more, nor does anybody keep what they wanted to say. */
export const withScheduled = (port: StructurePort): StructurePort => ({
  async changed(tx, actor, change, afterCommit) {
    await port.changed(tx, actor, change, afterCommit)
    await deleteOfFormer(tx, change.organizationId)
  },
})
