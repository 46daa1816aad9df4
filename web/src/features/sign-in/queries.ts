import { identityEndpoints, type SignedIn } from '@kolosok/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'

export const sendCode = (body: { phone: string; way: 'sms' | 'email'; email?: string }) =>
  call(identityEndpoints.sendCode, { body })

/** Some way of signing in; what this device knew of somebody else is asked anew. */
export function useSignIn<Given>(enter: (given: Given) => Promise<SignedIn>, onSignedIn: (signedIn: SignedIn) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: enter,
    onSuccess: async (signedIn) => {
      await client.refetchQueries({ queryKey: meQuery().queryKey, exact: true })
      onSignedIn(signedIn)
    },
  })
}
