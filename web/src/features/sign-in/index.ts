export { operatorLinkRoute, ownPhoneRoute, signInRoute } from './routes.tsx'
export { type SignInStep, SignInSteps } from './sign-in-steps.tsx'
