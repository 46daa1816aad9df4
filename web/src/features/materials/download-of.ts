import { type FileId, fileEndpoints, pathOf } from '@kolosok/contract'

/** Where a file is handed over as a download. */
export const downloadOf = (fileId: FileId): string => `${pathOf(fileEndpoints.content, { fileId })}?download=1`
