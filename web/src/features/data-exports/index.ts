export { ExportPart } from './export-part.tsx'
