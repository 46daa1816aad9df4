// In one piece: whoever looks for something goes from one to the other.
export { FolderPage } from './folder-page.tsx'
export { MaterialsPage } from './materials-page.tsx'
