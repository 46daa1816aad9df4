import { importEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { FilesContext } from '#files/index.ts'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { createPace } from '#platform/pace.ts'
import { applyImport, undoImport } from './apply.ts'
import { beginImport } from './begin.ts'
import { mendLine, setColumns } from './mend.ts'
import { getImport, getImports, getLines } from './read.ts'

export function importRoutes(app: FastifyInstance, context: StructureContext, files: FilesContext): void {
  // Each is read for up to twenty seconds, kept for a month, and the others wait.
  const pace = createPace(context.clock, { burst: 10, perMinute: 4 })
  handle(app, importEndpoints.list, ({ actor, params }) => getImports(context, actor, params))
  handle(app, importEndpoints.begin, ({ actor, params, body }) => {
    pace(actor.accountId)
    return beginImport(files, actor, { ...params, source: body })
  })
  handle(app, importEndpoints.get, ({ actor, params }) => getImport(context, actor, params))
  handle(app, importEndpoints.lines, ({ actor, params, query }) => getLines(context, actor, { ...params, ...query }))
  handle(app, importEndpoints.setColumns, ({ actor, params, body }) =>
    setColumns(context, actor, { ...params, ...body }),
  )
  handle(app, importEndpoints.mendLine, ({ actor, params, body }) => mendLine(context, actor, { ...params, ...body }))
  handle(app, importEndpoints.apply, ({ actor, params, query }) => applyImport(context, actor, { ...params, ...query }))
  handle(app, importEndpoints.undo, ({ actor, params }) => undoImport(context, actor, params))
}
