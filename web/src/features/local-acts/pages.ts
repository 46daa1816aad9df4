export { ComparePage } from './compare-page.tsx'
export { DocumentPage } from './document-page.tsx'
export { DocumentsPage } from './documents-page.tsx'
export { EditorPage } from './editor-page.tsx'
