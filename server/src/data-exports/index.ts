export { askForExport, makeExport, type Making, nameInArchive, readExport, showExports } from './offer.ts'
export { dataExportRetention, dataExportTasks } from './tasks.ts'
