import type { FileRightsPort } from '#files/index.ts'
import { seesOrder } from './store.ts'

/** The scan of an order is for those who may see the orders of that organization. */
export const orderFileRights: FileRightsPort = {
  mayRead: (db, actor, fileId) => seesOrder(db, fileId, actor.accountId),
}
