import type { FilesContext } from '#files/index.ts'
import type { StructurePort } from '#organizations/index.ts'

/** What this module works with beside the context: the file storage, and what follows the structure. */
export type ApplicationsContext = FilesContext & { readonly structure: StructurePort }
