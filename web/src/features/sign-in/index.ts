export { operatorLinkRoute, signInRoute } from './routes.tsx'
export { type SignInStep, SignInSteps } from './sign-in-steps.tsx'
