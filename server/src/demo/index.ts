export { buildDemo } from './build.ts'
export { createDemoOutbox, type DemoOutbox } from './outgoing.ts'
export { listenIn } from './guide.ts'
export { demoRoutes } from './routes.ts'
